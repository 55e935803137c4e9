package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// rightOf returns how a legal entity meets a right, and where that stands.
func rightOf(e *model.LegalEntity, right model.Right) (at string, found *model.RightPractice) {
	for i := range e.Rights {
		if e.Rights[i].Right == right && !missing(e.Rights[i].Text) {
			return entry("rights", i), &e.Rights[i]
		}
	}
	return "", nil
}

// said looks for a wording in what persons are told of a right.
func said(list, at string, right model.RightPractice) (field, words string) {
	for _, part := range []struct {
		field string
		text  string
	}{
		{".text", right.Text.Value}, {".channel", right.Channel.Value}, {".within", right.Within.Value}, {".fee", right.Fee.Value},
	} {
		if words, found := law.FindPhrase(list, part.text); found {
			return at + part.field, words
		}
	}
	return "", ""
}

// controlled returns the activities that a legal entity answers for.
func (r *review) controlled(e *model.LegalEntity) []*model.Activity {
	return slices.DeleteFunc(r.ActivitiesOf(e.ID), func(a *model.Activity) bool { return !informs(a) })
}

// omittedRights finds rights of which persons are not told although they have
// them. To object goes with a public task, a legitimate interest or direct
// marketing, portability with consent and contracts.
func omittedRights(r *review, e *model.LegalEntity) {
	if !running(e) {
		return
	}
	answers := r.controlled(e)
	if len(e.Rights) == 0 {
		if len(answers) > 0 {
			r.tellCase("nothing", "rights")
		}
		return
	}
	var objects, moves bool
	for _, a := range answers {
		objects = objects || law.IsPhrase("marketing_activity", string(a.Type))
		for _, b := range r.of(a).bases {
			switch b.Reference {
			case "6(1)(e)", "6(1)(f)":
				objects = true
			case "6(1)(a)", "6(1)(b)", "9(2)(a)":
				moves = true
			}
		}
	}
	var omitted []any
	for _, right := range []struct {
		code   model.Right
		theirs bool
	}{{"restriction", true}, {"portability", moves}, {"objection", objects}, {"complaint", true}} {
		if _, told := rightOf(e, right.code); right.theirs && told == nil {
			omitted = append(omitted, Code{"right", string(right.code)})
		}
	}
	if len(omitted) > 0 {
		r.tell("rights", "Rights", omitted)
	}
}

// withoutDeadline finds that nothing says when persons get an answer.
func withoutDeadline(r *review, e *model.LegalEntity) {
	if !running(e) {
		return
	}
	vague, words, requests := "", "", false
	for i, right := range e.Rights {
		if !law.IsPhrase("requested_right", string(right.Right)) || missing(right.Text) {
			continue
		}
		requests = true
		if at, _ := said("answer_deadline", entry("rights", i), right); at != "" {
			return
		}
		if found, is := law.FindPhrase("vague_deadline", right.Within.Value); is && vague == "" {
			vague, words = entry("rights", i)+".within", found
		}
	}
	switch {
	case vague != "":
		r.tell(vague, "Words", words)
	case requests:
		r.tellCase("missing", "rights")
	}
}

// unlimitedPortability finds that persons are promised all their data, although
// some are kept by law.
func unlimitedPortability(r *review, e *model.LegalEntity) {
	at, right := rightOf(e, "portability")
	if right == nil || !right.Text.Given() || !running(e) {
		return
	}
	if _, limited := law.FindPhrase("portability_limit", right.Text.Value); limited {
		return
	}
	for _, a := range r.controlled(e) {
		if r.demanded(a) || r.of(a).publicTask {
			r.tell(at+".text", "Activity", a)
			return
		}
	}
}

// toldOfDecisions reports whether a legal entity of an activity tells of
// automated decisions in general.
func (r *review) toldOfDecisions(a *model.Activity) bool {
	return slices.ContainsFunc(a.Entities, func(id model.ID) bool {
		e, found := model.Find[*model.LegalEntity](r.Register, id)
		if !found {
			return false
		}
		_, right := rightOf(e, "automated_decisions")
		return right != nil
	})
}

// emptyPromise finds that persons are told of safeguards for data that leave
// the EEA, and the register has no such transfer. What is wrong with transfers
// that it has is for the rules on them.
func emptyPromise(r *review, e *model.LegalEntity) {
	at, right := rightOf(e, "safeguards_information")
	if right == nil || !right.Text.Given() || !running(e) {
		return
	}
	if !slices.ContainsFunc(r.Transfers(), func(t *model.Transfer) bool { return running(t) }) {
		r.tell(at + ".text")
	}
}

// unreachableAuthority finds that persons are told of the authority to complain
// to, but not how to reach it.
func unreachableAuthority(r *review, e *model.LegalEntity) {
	at, right := rightOf(e, "complaint")
	if right == nil || !right.Text.Given() || !running(e) {
		return
	}
	text := strings.ToLower(right.Text.Value + " " + right.Channel.Value)
	if strings.ContainsAny(text, "@0123456789") || strings.Contains(text, "www.") || strings.Contains(text, "://") {
		return
	}
	for _, item := range law.Codes("authority") {
		authority, _ := law.AuthorityOf(model.Authority(item.Code))
		site := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(authority.Web, "https://"), "http://"), "www.")
		if site = strings.TrimRight(site, "/"); site != "" && strings.Contains(text, site) {
			return
		}
	}
	r.tell(at + ".text")
}
