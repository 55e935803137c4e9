package jsonfile_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"fortegnelse/assets"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

var update = flag.Bool("update", false, "write the golden files anew")

const schemaName = "register.schema.json"

// The schema is read off the model, so that it cannot tell another story.
func TestSchemaFollowsTheModel(t *testing.T) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(newSchema()); err != nil {
		t.Fatal(err)
	}
	if *update {
		path := filepath.Join("..", "..", "assets", "schema", schemaName)
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	golden, err := fs.ReadFile(assets.Schema(), schemaName)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(golden, b.Bytes()) {
		t.Errorf("assets/schema/%s is not what the model says; run with -update", schemaName)
	}
}

func TestFilesFollowTheSchema(t *testing.T) {
	schema := compiled(t)
	for name, data := range map[string][]byte{
		"empty":       written(t, register(t, new(model.Content))),
		"every field": written(t, filled(t)),
		"generated":   written(t, modeltest.Register(12)),
	} {
		if err := schema.Validate(plain(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	err := fs.WalkDir(assets.Examples(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == "placeholder.json" {
			return err
		}
		data, err := fs.ReadFile(assets.Examples(), path)
		if err != nil {
			return err
		}
		if err := schema.Validate(plain(t, data)); err != nil {
			t.Errorf("example %s: %v", path, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := compiled(t)
	for name, change := range map[string][2]string{
		"an unknown field":    {`"title":`, `"titel":`},
		"an unknown state":    {`"state": "none"`, `"state": "perhaps"`},
		"a broken date":       {`"validFrom": "2019`, `"validFrom": "19`},
		"a broken id":         {"{\n      \"id\": \"0", "{\n      \"id\": \"x"},
		"a value and a state": {`"state": "none"`, `"state": "none", "value": []`},
		"another format":      {`"format": "fortegnelse"`, `"format": "x"`},
	} {
		data := written(t, modeltest.Register(1))
		changed := bytes.Replace(data, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(data, changed) {
			t.Fatalf("%s: nothing to change", name)
		}
		if schema.Validate(plain(t, changed)) == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := fs.ReadFile(assets.Schema(), schemaName)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(schemaName, plain(t, data)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(schemaName)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func plain(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

type object = map[string]any

// schemaMaker turns Go structures into definitions.
type schemaMaker struct{ defs object }

func newSchema() object {
	m := schemaMaker{defs: object{
		"id": object{
			"type": "string", "description": "UUID of version 7 (RFC 9562)",
			"pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
		},
		"reference": object{"type": "string", "description": "id of a record; empty for none"},
		"date":      object{"type": "string", "description": "ISO 8601", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
	}}
	root := m.structure(reflect.TypeFor[model.Content]())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "Fortegnelse: a record of processing activities under GDPR Article 30"
	properties := root["properties"].(object)
	properties["format"] = object{"const": model.Format}
	properties["schema"] = object{"const": model.SchemaVersion}
	root["$defs"] = m.defs
	return root
}

func (m *schemaMaker) structure(t reflect.Type) object {
	properties, required := object{}, []string{}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || f.Anonymous {
			continue
		}
		properties[name] = m.schema(f.Type)
		if name == "id" && t != reflect.TypeFor[model.Info]() {
			properties[name] = object{"$ref": "#/$defs/id"}
		}
		if options == "" {
			required = append(required, name)
		}
	}
	s := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

func (m *schemaMaker) schema(t reflect.Type) object {
	switch {
	case t.Kind() == reflect.Pointer:
		return m.schema(t.Elem())
	case t.Kind() == reflect.Slice:
		return object{"type": "array", "items": m.schema(t.Elem())}
	case t == reflect.TypeFor[model.ID]():
		return object{"$ref": "#/$defs/reference"}
	case t == reflect.TypeFor[model.Date]():
		return object{"$ref": "#/$defs/date"}
	case t == reflect.TypeFor[time.Time]():
		return object{"type": "string", "format": "date-time"}
	case t.Kind() == reflect.Int:
		return object{"type": "integer"}
	case t.Kind() == reflect.Bool:
		return object{"type": "boolean"}
	case t.Kind() == reflect.String && t.PkgPath() != "":
		return object{"type": "string", "description": "code: " + t.Name()}
	case t.Kind() == reflect.String:
		return object{"type": "string"}
	case strings.HasPrefix(t.Name(), "Answer["):
		value, _ := t.FieldByName("Value")
		return object{
			"type": "object", "additionalProperties": false, "maxProperties": 1,
			"properties": object{
				"value": m.schema(value.Type),
				"state": object{"enum": []model.State{model.NotStated, model.NotApplicable, model.None}},
			},
		}
	}
	if _, known := m.defs[t.Name()]; !known {
		m.defs[t.Name()] = nil // before its fields, which may lead back to it
		m.defs[t.Name()] = m.structure(t)
	}
	return object{"$ref": "#/$defs/" + t.Name()}
}
