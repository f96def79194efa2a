package experiment

// grammar is the text form of the family of two players, whose name goes without saying. It is a function as its parts read Fields.
func grammar() Grammar[Spec] {
	return Grammar[Spec]{Fields: Fields, Default: DefaultFor, Check: Spec.check}
}

// String is the Spec as a URL query: "data=moons&g.lr=0.001", the data where they are not Default's, and only what differs from
// DefaultFor them, in the order of Fields. It needs no escaping.
func (s Spec) String() string { return s.Grammar().Text(s) }

// Parse reads a Spec from a URL query; what it does not name is as DefaultFor its data has it. The error is a *FieldError. Unknown
// and repeated keys are refused.
func Parse(text string) (Spec, error) { return grammar().Parse(text) }

// With is the Spec with the fields that a URL query names set on top. Where it names other data, everything that was as the old data's
// defaults have it becomes as the new ones' have it. Where something is refused, With returns Default and a *FieldError, as Parse does.
func (s Spec) With(text string) (Spec, error) { return s.Grammar().With(s, text) }
