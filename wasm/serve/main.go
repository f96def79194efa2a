//go:build !js

// Serve is a static file server on this machine alone: it shows dist/ in a browser. It keeps the service worker back, which would
// show the build before the last one, unless -offline is given; else it does nothing that another static server would not do.
package main

import (
	"errors"
	"flag"
	"fmt"
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
	files := site.Handler(dir)
	if !offline {
		files = without("/sw.js", files)
	}
	return http.Serve(l, files)
}

// without serves files but one.
func without(path string, files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == path {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
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
