//go:build !js

package browsertest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

// webdriver speaks WebDriver (w3.org/TR/webdriver) with a browser's driver: a command is a request, and its answer the response.
type webdriver struct {
	address string // of the driver, and of the session once there is one
}

// driverClient waits longer than a driver waits for a page, and not for ever.
var driverClient = &http.Client{Timeout: 2 * patience}

// call sends a command of the session; a result that is not nil takes the answer's value.
func (w *webdriver) call(method, command string, params, result any) error {
	body, err := json.Marshal(params)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, w.address+command, bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := driverClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s: %w", command, err)
	}
	if response.StatusCode != http.StatusOK {
		var failure struct{ Error, Message string }
		json.Unmarshal(answer.Value, &failure)
		return fmt.Errorf("%s: %s: %s", command, failure.Error, failure.Message)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, result)
}

// begin starts a browser of these capabilities.
func (w *webdriver) begin(capabilities map[string]any) error {
	var session struct {
		SessionID string `json:"sessionId"`
	}
	err := w.call(http.MethodPost, "/session", map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}}, &session)
	w.address += "/session/" + session.SessionID
	return err
}

// end ends the browser.
func (w *webdriver) end() error { return w.call(http.MethodDelete, "", nil, nil) }
