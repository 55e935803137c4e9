package words

// sameAsEnglish lists the texts that are meant to read as in English.
var sameAsEnglish = map[string][]string{
	"da": {
		"Administration", "Alarm", "App", "Cookies", "CV", "Data", "DPO", "F{{.Number}}", "Firewall", "Hosting", "Information", "International organisation",
		"ISAE 3000", "ISAE 3402, type 1", "ISAE 3402, type 2", "Link", "Login", "OK", "Organisation", "organisation",
		"Region", "Program", "SHA-256", "EU–U.S. Data Privacy Framework", "M{{.Number}}", "Status", "Under", "Support", "System", "system", "Version", "Version {{.Version}}", "for {{.Data}}",
		"fra efter siden når ved från sedan etter vid from after since when upon",
	},
	"sv": {
		"Administration", "App", "Bank", "Cookies", "Information", "ISAE 3000", "Medium", "M{{.Number}}", "OK", "Organisation", "organisation",
		"Period", "Program", "Region", "SHA-256", "Status", "Support", "System", "system", "Text", "Under", "Version", "Version {{.Version}}",
		"fra efter siden når ved från sedan etter vid from after since when upon",
	},
	"nb": {
		"Alarm", "App", "Bank", "CV", "Data", "EU–U.S. Data Privacy Framework", "F{{.Number}}", "ISAE 3000", "ISAE 3402, type 1", "ISAE 3402, type 2",
		"M{{.Number}}", "Medium", "OK", "Program", "SHA-256", "Status", "System", "for {{.Data}}", "system",
		"fra efter siden når ved från sedan etter vid from after since when upon",
	},
}
