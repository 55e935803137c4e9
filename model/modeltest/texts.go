package modeltest

import "fortegnelse/model"

// The words that generated registers are made of: what Danish clinics write.

var departments = []string{
	"Psykoterapi", "Fysioterapi", "Sekretariat", "Økonomi", "Hudklinik", "Rehabilitering", "Ortopædkirurgi",
	"Røntgen", "Laboratorium", "Personale", "Kvalitet", "Smerteklinik",
}

var tasks = []string{
	"Journalføring", "Henvisning og visitation", "Forsamtale", "Booking og påmindelser", "Genoptræning",
	"Udarbejdelse af attester", "Fakturering og afregning", "Behandling af klager", "Billedoptagelse",
	"Prøvesvar", "Indkaldelse til kontrol", "Opfølgning efter behandling", "Kvalitetsmåling", "Gruppeforløb",
	"Samtykke til forskning", "Løn og fravær", "Rekruttering", "Nyhedsbrev", "Adgangsstyring", "Patientsikkerhed",
}

var purposes = []string{
	"Undersøgelse og behandling af patienten, herunder planlægning af det samlede forløb.",
	"Udarbejdelse af attester til brug for myndigheder, forsikringsselskaber og pensionsselskaber.",
	"Overholdelse af journalføringspligten og øvrig sundhedsretlig lovgivning.",
	"Registrering af aftalt forløb til brug for fakturering over for henviser eller patient.",
	"Opgørelse af behandlingens effekt på grundlag af spørgeskemaer, som efterfølgende anonymiseres.",
	"Kommunikation med patienten om tider, forberedelse og resultater.",
}

var descriptions = []string{
	"Oplysningerne optegnes i journalsystemet ved hver kontakt. Behandlere og andet personale ser kun det, deres opgave kræver, og hvert opslag logges.",
	"Patienten udfylder et spørgeskema før første samtale. Svarene beregnes automatisk og gennemgås af behandleren, før forløbet planlægges.",
	"Henvisningen modtages krypteret fra kommune, læge eller forsikringsselskab og vurderes samme dag af den visiterende behandler.",
	"Sekretariatet fører tiderne, sender påmindelser og registrerer fremmøde. Fraværsårsager skrives ikke i kalenderen.",
}

var scopes = []string{
	"Gælder patienter, der er henvist af det offentlige.", "Gælder kun, når patienten har givet samtykke.",
	"Gælder forløb, der er begyndt efter 1. januar 2019.", "Gælder både voksne og unge fra 15 år.",
}

// dataItem is a category of data as a policy names it.
type dataItem struct {
	category model.DataCategory
	text     string
	class    model.Class
	special  model.SpecialKind
}

var dataItems = []dataItem{
	{"name", "Navn", model.Ordinary, ""},
	{"address", "Adresse", model.Ordinary, ""},
	{"email", "E-mailadresse", model.Ordinary, ""},
	{"phone", "Telefonnummer", model.Ordinary, ""},
	{"gender", "Køn", model.Ordinary, ""},
	{"family", "Familierelationer og sociale relationer", model.Confidential, ""},
	{"work_relations", "Arbejdsrelationer", model.Ordinary, ""},
	{"education", "Uddannelse", model.Ordinary, ""},
	{"national_id", "Personnummer", model.NationalID, ""},
	{"health", "Helbredsoplysninger fra forsamtale og spørgeskema", model.Special, "health"},
	{"sex_life", "Seksuelle forhold, hvis det er relevant for forløbet", model.Special, "sex_life"},
	{"race", "Race eller etnisk oprindelse, hvis det er relevant for forløbet", model.Special, "race"},
	{"religion", "Religiøse forhold, hvis det er relevant for forløbet", model.Special, "religion"},
	{"bank_account", "Kontonummer og betalingsoplysninger", model.Confidential, ""},
}

var subjects = []struct {
	category model.SubjectCategory
	text     string
}{
	{"patient", "Patienter og klienter"}, {"relative", "Pårørende"}, {"employee", "Medarbejdere"},
	{"referrer", "Henvisende læger og sagsbehandlere"},
}

var recipients = []struct {
	party     model.PartyKind
	kind      model.RecipientKind
	category  model.RecipientCategory
	text      string
	condition string
}{
	{"public_authority", "authority", "public_authorities", "Offentlige myndigheder", "Når klinikken er pålagt det i henhold til gældende lovgivning."},
	{"insurer", "controller", "insurer", "Pensions- eller forsikringsselskab", "Når patienten er henvist derfra og har samtykket til videregivelsen."},
	{"municipality", "controller", "municipality", "Bopælskommunen", "Når kommunen har visiteret patienten og betaler for forløbet."},
	{"health_provider", "controller", "doctor", "Patientens egen læge", "Ved afsluttet forløb, medmindre patienten har frabedt sig det."},
}

// law is a provision as Danish policies print it.
type law struct{ reference, printed, provision string }

var laws = []law{
	{"6(1)(c)", "ART 6(1)(c) i Forordningen", "autorisationslovens kap. 6"},
	{"6(1)(a)", "ART 6(1)(a) i Forordningen", "databeskyttelseslovens § 6, stk. 1"},
	{"9(2)(h)", "ART 9(2)(h), jf. databeskyttelseslovens § 7, stk. 3", "sundhedslovens kap. 9"},
	{"9(2)(a)", "ART 9(2)(a)", "serviceloven § 153"},
	{"6(1)(f)", "ART 6(1)(f)", "journalføringsbekendtgørelsen §§ 5-10"},
}

var measures = []struct {
	item  model.MeasureItem
	kind  model.MeasureKind
	title string
	text  string
}{
	{"confidentiality_declaration", "organisational", "Tavshedspligt", "Alle personalegrupper har underskrevet fortrolighedserklæringer."},
	{"need_to_know", "organisational", "Differentieret adgang", "Faggrupper har adgang til det, deres opgave kræver, og ikke mere."},
	{"unique_user_id", "technical", "Unikke brugere", "Adgang er beskyttet af unikke bruger-id'er og adgangskoder."},
	{"access_logging", "technical", "Logning", "Adgang til journalsystemet logges, og afviste forsøg kontrolleres."},
	{"locked_server", "physical", "Aflåst serverskab", "Den lokale server står i et aflåst skab i et aflåst lokale."},
	{"backup", "technical", "Daglig sikkerhedskopi", "Serveren sikkerhedskopieres hver nat; kopien prøves hvert kvartal."},
	{"staff_instructions", "organisational", "Instruks for it- og datasikkerhed", "Personalet er instrueret i forsvarlig behandling af persondata."},
	{"locked_cabinet", "physical", "Aflåst arkivskab", "Arbejdsjournaler på papir opbevares i aflåst arkivskab."},
	{"paper_shredding", "organisational", "Makulering af papir", "Fysiske journaler makuleres, når forløbet er afsluttet."},
	{"encrypted_mail", "technical", "Kryptering af post", "Personfølsomme oplysninger sendes kun krypteret til sikre postkasser."},
	{"breach_plan", "organisational", "Beredskab ved brud", "Brud meldes uden unødigt ophold til den dataansvarlige."},
	{"breach_monitoring", "technical", "Overvågning", "It-leverandøren overvåger systematisk tegn på brud på sikkerheden."},
	{"pseudonymisation", "technical", "Pseudonymisering", "Spørgeskemaer pseudonymiseres, når forløbet er afsluttet."},
	{"duplicate_data_centre", "technical", "Dubleret datacenter", "Journalsystemet kører i to datacentre med kopi i det andet."},
	{"risk_management", "organisational", "Årlig risikovurdering", "Risici gennemgås hvert år og ved enhver større ændring."},
	{"supervision_of_processors", "organisational", "Tilsyn med databehandlere", "Databehandlere føres der tilsyn med efter en fast plan."},
}

var suppliers = []string{
	"Nordlys Journal", "Fjordens It-drift", "Birk Regnskab", "Klar Booking", "Strandvejens Bogføring",
	"Havn Hosting", "Lind Betaling", "Egetræ Kommunikation",
}

var services = []model.Service{"record_system", "it_support", "accounting_system", "booking", "bookkeeping", "hosting", "payment", "newsletter"}

var streets = []string{"Havnegade", "Kirkevej", "Skovbrynet", "Algade", "Industrivej", "Strandpromenaden"}

var quotes = []string{
	"Vi opbevarer personoplysninger om dig, så længe det måtte være nødvendigt for opfyldelsen af de formål, hvortil de er indsamlet, hvorefter de vil blive slettet.",
	"Når vi indsamler personoplysninger direkte fra dig, sker det kun på baggrund af dit frivillige og eksplicitte samtykke.",
	"Vi overfører ikke dine personoplysninger til modtagere uden for EU eller EØS.",
	"Klinikken anvender alene databehandlere, som kan give fornødne garantier for at sikre dine personoplysninger og dine rettigheder.",
}
