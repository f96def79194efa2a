//go:build !js

// Serve is a static file server on this machine alone: it shows dist/ in a browser. It keeps the service worker back, which would
// show the build before the last one, unless -offline is given, and isolates the page, so that two threads may train; else it does nothing that another
// static server would not do.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"strconv"

	"ganvas/wasm/site"
)

func main() {
	dir := flag.String("dir", "dist", "the folder to serve")
	port := flag.Int("port", 8080, "the port; a free one is taken where it is in use")
	open := flag.Bool("open", true, "open a browser, where there is one")
	offline := flag.Bool("offline", false, "let browsers keep the site for reading without a connection")
	flag.Parse()
	if err := serve(*dir, *port, *open, *offline); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func serve(dir string, port int, open, offline bool) error {
	if _, err := os.Stat(dir + "/index.html"); err != nil {
		return fmt.Errorf("%s holds no page (%w): make build makes one", dir, err)
	}
	l, err := listen(port)
	if err != nil {
		return err
	}
	address := "http://" + l.Addr().String() + "/"
	fmt.Printf("Ganvas is at %s (Ctrl-C ends)\n", address)
	if open {
		browse(address)
	}
	files := isolating(site.Handler(dir))
	if !offline {
		files = forgetting(files)
	}
	return http.Serve(l, files)
}

// isolating serves the page with the headers that let its threads share memory, and all else as it is.
func isolating(files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if page := r.URL.Path == "/" || r.URL.Path == "/index.html"; page && r.Header.Get("Sec-Fetch-Dest") != "iframe" {
			w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
			w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		}
		files.ServeHTTP(w, r)
	})
}

// forget is a service worker that keeps nothing, and gives up what one before it has kept.
const forget = `addEventListener('install', () => skipWaiting());
addEventListener('activate', e => e.waitUntil((async () => {
	for (const name of await caches.keys()) if (name.startsWith('ganvas ')) await caches.delete(name);
	await registration.unregister();
})()));
`

// forgetting serves files, with a service worker that keeps none of them: a fresh build is to show at once.
func forgetting(files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/sw.js" {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", site.Type("sw.js"))
		w.Header().Set("Cache-Control", "no-cache")
		io.WriteString(w, forget)
	})
}

// listen takes the port on the loopback interface, or a free one where that is in use.
func listen(port int) (net.Listener, error) {
	if port < 0 || port > 65535 {
		return nil, fmt.Errorf("port is %d; it may be from 0 to 65535", port)
	}
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err == nil {
		return l, nil
	}
	free, second := net.Listen("tcp", "127.0.0.1:0")
	if second != nil {
		return nil, errors.Join(err, second)
	}
	fmt.Printf("Port %d is in use.\n", port)
	return free, nil
}

// browse opens an address with the desktop's own opener, and says nothing where there is no desktop.
func browse(address string) {
	opener := "xdg-open"
	switch runtime.GOOS {
	case "darwin":
		opener = "open"
	case "windows":
		opener = "explorer"
	case "linux":
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return
		}
	}
	if c := exec.Command(opener, address); c.Start() == nil {
		go c.Wait()
	}
}
