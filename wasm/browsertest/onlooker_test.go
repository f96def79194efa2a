//go:build !js

package browsertest

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"strconv"
	"strings"
	"testing"
)

// look has a page keep what goes wrong in it in window.problems: what a browser would write to its console as an error. Pages in frames tell
// nobody here: labs have a watch of their own.
const look = `if (parent === window && !window.problems) {
	window.problems = [];
	` + watchPolicy + `
	const problem = text => problems.push(String(text));
	addEventListener('securitypolicyviolation', e => problem('Content-Security-Policy: ' + e.violatedDirective + ' ' + e.blockedURI));
	addEventListener('error', e => problem(e.message || 'could not be loaded: ' + (e.target.src || e.target.href)), true);
	addEventListener('unhandledrejection', e => problem(e.reason));
	const error = console.error;
	console.error = (...all) => { problem(all.join(' ')); error(...all); };
}`

// onlooker is a proxy for a browser that tells nothing of its pages: it hands asks every URL that is asked for, and puts look into pages. It
// returns its address.
func onlooker(t *testing.T, asks func(url string)) string {
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			asks(r.In.URL.String())
			r.Out.Header.Del("Accept-Encoding")
		},
		ModifyResponse: func(r *http.Response) error {
			// What a service worker fetches must be what the server has.
			if r.Request.Header.Get("Sec-Fetch-Mode") != "navigate" || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
				return nil
			}
			page, err := io.ReadAll(r.Body)
			if err != nil {
				return err
			}
			page = bytes.Replace(page, []byte("<head>"), []byte("<head><script>"+look+"</script>"), 1)
			r.Body = io.NopCloser(bytes.NewReader(page))
			r.Header.Del("Last-Modified")
			r.Header.Set("Cache-Control", "no-store")
			r.Header.Set("Content-Length", strconv.Itoa(len(page)))
			return nil
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadGateway)
		},
	}
	s := httptest.NewServer(proxy)
	t.Cleanup(s.Close)
	return s.Listener.Addr().String()
}
