package experiment

// settleTries bounds how many Specs settle checks while it looks for the fewest fields. It is enough for any three of the thirty fields that the
// longest link of ours has, and for two of all.
const settleTries = 5000

// settle is s where it passes Check. Otherwise the fewest fields go back to what its data need, so that the rest stays in force; among as few,
// those that Check names come first. Each is told with what it would have to be.
func (s Spec) settle() (Spec, []*FieldError) {
	base, tries := s.Usual(s.Data), settleTries
	given := s.given(&base)
	for size := 0; size <= len(given) && tries > 0; size++ {
		if next, ok := s.without(size, given, &base, &tries); ok {
			return next, next.missed(&s)
		}
	}
	next := s // of a link that is all contradictions, one after the other
	for next.Check() != nil {
		f := next.given(&base)[0]
		_ = f.Set(&next, f.Get(&base))
	}
	return next, next.missed(&s)
}

// given are the fields in which s differs from base, but for the data; the one that Check names is the first.
func (s Spec) given(base *Spec) []*Field {
	named := ""
	if e, ok := s.Check().(*FieldError); ok {
		named = e.Field
	}
	var all []*Field
	fields := s.Fields()
	for i := range fields {
		f := &fields[i]
		switch {
		case f.Key == dataKey || f.Get(&s) == f.Get(base):
		case f.Key == named:
			all = append([]*Field{f}, all...)
		default:
			all = append(all, f)
		}
	}
	return all
}

// without tries all ways to put some of the fields back to base, and returns the first that passes Check.
func (s Spec) without(some int, fields []*Field, base *Spec, tries *int) (Spec, bool) {
	if some == 0 {
		*tries--
		return s, s.Check() == nil
	}
	for i := 0; i+some <= len(fields) && *tries > 0; i++ {
		next := s
		_ = fields[i].Set(&next, fields[i].Get(base))
		if found, ok := next.without(some-1, fields[i+1:], base, tries); ok {
			return found, true
		}
	}
	return s, false
}

// missed says of each field in which s, which passes Check, differs from what was wanted why it could not be had.
func (s Spec) missed(wanted *Spec) []*FieldError {
	var all []*FieldError
	fields := s.Fields()
	for i := range fields {
		f := &fields[i]
		value := f.Get(wanted)
		if value == f.Get(&s) {
			continue
		}
		next := s
		_ = f.Set(&next, value)
		e, ok := next.Check().(*FieldError)
		if !ok { // alone it would do: it is another that does not go with it
			e = &FieldError{Field: f.Key, Allowed: "what goes with the other fields"}
		}
		allowed := e.Allowed
		if e.Field != f.Key {
			allowed = f.Get(&s) + ", or " + e.Field + " that is " + e.Allowed
		}
		all = append(all, &FieldError{Field: f.Key, Value: value, Allowed: allowed})
	}
	return all
}
