package embed

import "strings"

// Origins that are no site's.
const (
	anyOrigin = "*"
	noOrigin  = "null" // what browsers call the origin of a file and of a sandboxed frame
)

func setOrigins(o *Options, s string) bool {
	if s == "" {
		o.Origins = nil
		return true
	}
	origins, ok := list(s, []string{anyOrigin, noOrigin}, isOrigin)
	o.Origins = origins
	return ok && len(origins) <= maxOrigins
}

// isOrigin reports whether s is a web origin as browsers write it: scheme, host, and port where it is not the scheme's own; small letters, no path.
func isOrigin(s string) bool {
	host, ok := strings.CutPrefix(s, "https://")
	if !ok {
		host, ok = strings.CutPrefix(s, "http://")
	}
	if !ok || host == "" || len(host) > 255 {
		return false
	}
	for _, c := range []byte(host) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && strings.IndexByte(".-:[]", c) < 0 {
			return false
		}
	}
	return host[0] != ':' && host[len(host)-1] != ':'
}

// MayCommand reports whether a page of an origin may command a lab that was loaded from a site's origin. Pages without an origin are never of
// the same site: one cannot tell them apart.
func (o *Options) MayCommand(origin, site string) bool {
	if contains(o.Origins, anyOrigin) || contains(o.Origins, origin) {
		return true
	}
	return origin == site && origin != noOrigin && origin != ""
}
