//go:build !js

package browsertest

import (
	"bufio"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// websocket is the client's end of a connection by RFC 6455, as far as a browser on this machine needs it: whole texts go out, and texts
// come in, in one frame or several.
type websocket struct {
	conn net.Conn
	in   *bufio.Reader
}

// The frames that matter, by their opcodes (section 5.2).
const (
	opContinuation = 0
	opText         = 1
	opClose        = 8
)

// dialWebsocket connects to ws://host/path.
func dialWebsocket(host, path string) (*websocket, error) {
	conn, err := net.DialTimeout("tcp", host, patience)
	if err != nil {
		return nil, err
	}
	conn.SetDeadline(time.Now().Add(patience)) // of the handshake alone
	defer conn.SetDeadline(time.Time{})
	key := make([]byte, 16)
	rand.Read(key)
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n",
		path, host, base64.StdEncoding.EncodeToString(key))
	in := bufio.NewReader(conn)
	response, err := http.ReadResponse(in, nil)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusSwitchingProtocols {
		return nil, fmt.Errorf("no websocket at %s%s: %s", host, path, response.Status)
	}
	return &websocket{conn, in}, nil
}

// mask is what a client's bytes are masked with (section 5.3); Firefox takes one of zeros for none.
const mask = "Ganv"

// send sends a text.
func (w *websocket) send(text []byte) error {
	frame := []byte{0x80 | opText}
	switch n := len(text); {
	case n < 126:
		frame = append(frame, 0x80|byte(n))
	case n < 1<<16:
		frame = binary.BigEndian.AppendUint16(append(frame, 0x80|126), uint16(n))
	default:
		frame = binary.BigEndian.AppendUint64(append(frame, 0x80|127), uint64(n))
	}
	frame = append(frame, mask...)
	for i, b := range text {
		frame = append(frame, b^mask[i%len(mask)])
	}
	_, err := w.conn.Write(frame)
	return err
}

// receive waits for the next text.
func (w *websocket) receive() ([]byte, error) {
	var text []byte
	for {
		last, opcode, part, err := w.frame()
		switch {
		case err != nil:
			return nil, err
		case opcode == opClose:
			return nil, io.EOF
		case opcode == opText || opcode == opContinuation:
			if text = append(text, part...); last {
				return text, nil
			}
		}
	}
}

// frame reads a frame. Its length is in 7 bits or in the 2 or 8 bytes after them.
func (w *websocket) frame() (last bool, opcode byte, payload []byte, err error) {
	head := make([]byte, 2)
	if _, err = io.ReadFull(w.in, head); err != nil {
		return
	}
	if head[1]&0x80 != 0 {
		return false, 0, nil, errors.New("a server masks nothing")
	}
	n := uint64(head[1])
	if size := map[uint64]int{126: 2, 127: 8}[n]; size > 0 {
		long := make([]byte, 8)
		if _, err = io.ReadFull(w.in, long[8-size:]); err != nil {
			return
		}
		n = binary.BigEndian.Uint64(long)
	}
	payload = make([]byte, n)
	_, err = io.ReadFull(w.in, payload)
	return head[0]&0x80 != 0, head[0] & 0xf, payload, err
}
