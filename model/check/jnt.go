package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
)

// jointControl holds the rules on joint controllers, JNT.
var jointControl = []Rule{
	{ID: "JNT-01", Severity: Error, Reference: "26(1)–(2)", Looks: model.KindActivity, look: each(withoutArrangement)},
	{ID: "JNT-02", Severity: Warning, Reference: "26(1)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			for i, joint := range a.JointWith.Value {
				if running(a) && strings.TrimSpace(joint.Contact) == "" {
					r.tell(entry("jointWith", i)+".contact", "Party", r.partyName(joint.Party))
				}
			}
		})},
	{ID: "JNT-03", Severity: Warning, Reference: "26(2)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			for i, joint := range a.JointWith.Value {
				arrangement := r.arrangementWith(joint)
				if running(a) && arrangement != nil && !r.published(joint, arrangement) {
					r.tell(entry("jointWith", i)+".essence", "Party", r.partyName(joint.Party))
				}
			}
		})},
	{ID: "JNT-04", Severity: Info, Reference: "26", Looks: model.KindActivity, look: each(socialMediaOfUnclearRole)},
}

// partyName returns the fact that names a party, which may be unknown.
func (r *review) partyName(id model.ID) any {
	if p, ok := model.Find[*model.Party](r.Register, id); ok {
		return p
	}
	return "?"
}

// arrangementWith returns the arrangement with a joint controller: the one that
// is named, or another with the same party. Without one it returns nil.
func (r *review) arrangementWith(joint model.JointParty) *model.Agreement {
	holds := func(a *model.Agreement) bool {
		switch a.State {
		case "missing", "expired", "terminated", "draft":
			return false
		}
		return a.Type == "joint_arrangement" && running(a)
	}
	if a, ok := model.Find[*model.Agreement](r.Register, joint.Agreement); ok && holds(a) {
		return a
	}
	if joint.Party == "" {
		return nil
	}
	for _, rec := range r.UsersOf(joint.Party, model.KindAgreement) {
		if a := rec.(*model.Agreement); holds(a) && slices.Contains(a.Parties, joint.Party) {
			return a
		}
	}
	return nil
}

// withoutArrangement finds joint control with no arrangement that holds. Where
// several of our own entities decide together, ORG-04 tells so.
func withoutArrangement(r *review, a *model.Activity) {
	if !running(a) {
		return
	}
	with := map[model.ID]bool{}
	for i, joint := range a.JointWith.Value {
		with[joint.Party] = true
		if r.arrangementWith(joint) == nil {
			r.tell(entry("jointWith", i)+".agreement", "Party", r.partyName(joint.Party))
		}
	}
	for i, to := range a.Recipients.Value {
		if to.Type == "joint_controller" && !with[to.Party] && to.Party != "" && r.arrangementWith(model.JointParty{Party: to.Party}) == nil {
			r.tell(entry("recipients", i)+".type", "Party", r.partyName(to.Party))
			return
		}
	}
	if a.Role == model.AsJointController && len(a.JointWith.Value) == 0 && len(a.Entities) < 2 {
		r.tellCase("unnamed", "jointWith")
	}
}

// published reports whether persons can read the essence of an arrangement: it
// is said where, or the arrangement lies open, or where they are informed.
func (r *review) published(joint model.JointParty, arrangement *model.Agreement) bool {
	if strings.TrimSpace(joint.Essence) != "" {
		return true
	}
	for _, id := range arrangement.Documents {
		if d, ok := model.Find[*model.Document](r.Register, id); ok && d.Link != "" {
			return true
		}
		for _, informing := range r.ActivitiesOf(id) {
			if slices.Contains(informing.Information.Value.Documents, id) {
				return true
			}
		}
	}
	return false
}

// socialMediaOfUnclearRole finds a page on a social network in whose operation
// nobody has decided who is what.
func socialMediaOfUnclearRole(r *review, a *model.Activity) {
	if !decides(a) || a.Role == model.AsJointController || len(a.JointWith.Value) > 0 || a.JointWith.State == model.None {
		return
	}
	for i, to := range a.Recipients.Value {
		if to.Category == "social_network" {
			if to.Type == "" || to.Type == "unclear" {
				r.tell(entry("recipients", i)+".type", "Name", r.recipientName(to))
			}
			return
		}
	}
	for i, id := range a.Systems.Value {
		if s, ok := model.Find[*model.System](r.Register, id); ok && s.Type == "social_media" {
			r.tell(entry("systems", i), "Name", s.Title)
			return
		}
	}
	if a.Type == "social_media" {
		r.tell("jointWith", "Name", a.Title)
	}
}
