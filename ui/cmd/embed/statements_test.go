package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// readme are the parts of README.md that say what storage, hosts, policies and browsers do to the page.
func readme(t *testing.T) (text string) {
	t.Helper()
	whole, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"Three ways to hand it out", "What it promises", "In course notes"} {
		_, part, ok := strings.Cut(string(whole), "\n## "+title+"\n")
		if !ok {
			t.Fatalf("README.md has no %q", title)
		}
		part, _, _ = strings.Cut(part, "\n## ")
		for line := range strings.SplitSeq(part, "\n") {
			if !strings.HasPrefix(line, "    ") && !strings.HasPrefix(line, "[![") { // code
				text += "\n" + strings.TrimPrefix(line, "- ")
			}
			if line == "" {
				text += "\n\n"
			}
		}
	}
	return strings.NewReplacer("**", "", "`", "").Replace(text)
}

// guide are the paragraphs of embedding.html, but for what it says host by host, which is the recipes'.
func guide(t *testing.T) (text string) {
	t.Helper()
	files, err := pages()
	if err != nil {
		t.Fatal(err)
	}
	page, err := html.Parse(strings.NewReader(string(files["embedding.html"])))
	if err != nil {
		t.Fatal(err)
	}
	title := ""
	for n := range page.Descendants() {
		switch n.Data {
		case "h2":
			title = words(n)
		case "p", "li":
			if title != "Host by host" {
				text += words(n) + "\n\n"
			}
		}
	}
	return text
}

func words(n *html.Node) (text string) {
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			text += d.Data
		}
	}
	return text
}

// sentences are those of a text whose paragraphs are apart by an empty line. A short part is none.
func sentences(text string) (all []string) {
	ends := regexp.MustCompile(`[.!?]\s+`)
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		paragraph = strings.Join(strings.Fields(paragraph), " ")
		for paragraph != "" {
			end := len(paragraph)
			for _, at := range ends.FindAllStringIndex(paragraph, -1) {
				if next := paragraph[at[1]:]; next[0] >= 'A' && next[0] <= 'Z' || next[0] == '<' {
					end = at[1]
					break
				}
			}
			all = append(all, strings.TrimSpace(paragraph[:end]))
			paragraph = paragraph[end:]
		}
	}
	return all
}

// tests are the names of all tests of the project.
func tests(t *testing.T) map[string]bool {
	t.Helper()
	names, root := map[string]bool{}, os.DirFS("../../..")
	pattern := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == "node_modules" || d.Name() == "dist") {
			return fs.SkipDir
		}
		if err != nil || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(root, filepath.ToSlash(name))
		for _, m := range pattern.FindAllSubmatch(text, -1) {
			names[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// statements are what README.md and embedding.html say, by how each begins, and the tests that hold the product to it; none where a sentence tells what
// to do or where something lies.
var statements = []struct {
	Begins string
	Tests  string // names, with spaces
}{
	// README.md
	{"make build leaves all of them in dist/.", "TestPagesLoadWhatIsThere"},
	{"A site.", ""},
	{"Put the folder, or what is in ganvas-site.zip", "TestSiteWorksAnywhere TestArchiveIsReproducible"},
	{"It needs no settings there: programs lie compressed", "TestSiteWorksAnywhere TestCompressedTwinsAreTheSame"},
	{"After one visit it works without a connection", "TestWorksOffline TestUpdatesWhole"},
	{"Its policy lets it load its own files and reach nobody else.", "TestPolicyBites TestPolicyOfEveryPage TestPagesBeginWithTheirPolicy"},
	{"A server that sends a policy of its own must leave room for that", "TestHostThatAllowsEnough TestStrictHosts"},
	{"Two threads may train where the server sends index.html with", "TestTwoThreads TestThePageAloneIsIsolated"},
	{"Where the page is isolated two threads share what is large", "TestTwoThreads TestTwoThreadsTrainTheSame TestSharesComeToTheWhole"},
	{"Elsewhere there is one.", "TestOneThreadWhereNotIsolated"},
	{"One file. ganvas.html works by a double click", "TestSingleFile TestSingleFileIsWhole TestSavedFileComesBack TestSavedRunComesBackBitForBit"},
	{"In other pages.", "TestEmbeddingIsExplained"},
	{"make release writes versioned archives", "TestReleaseIsReproducible TestNoticeHasEveryLicence"},
	{"The same bits everywhere.", ""},
	{"A run is a function of its settings", "TestParseUndoesString TestAddressBringsThePageBack"},
	{"WebAssembly says what every bit of its SIMD is", "TestBitsAreTheSameEverywhere TestMillionStepsAreTheSameEverywhere"},
	{"Links hold.", ""},
	{"What systems add to a link is ignored", "TestDamagedLinks TestACutIsNoticed TestFiveHundredDamagedLinks FuzzParse"},
	{"True to theory where there is one.", ""},
	{"The smallest GAN, data=dirac", "TestStepsOf TestEigenvaluesAreGonums TestPhasePortrait"},
	{"Fast.", ""},
	{"Training steps are traced to a graph", "TestConformance TestModuleRuns"},
	{"A browser without SIMD gets a slower machine", "TestBitsAreTheSameWithoutSIMD"},
	{"A page like others.", ""},
	{"Controls are native, work by keyboard", "TestControlsByKeyboard TestAccessible TestPageTrains TestPresetTrainsWhereMotionIsWelcome"},
	{"The pictures take no keys, no wheel and no touch", "TestWheelOverCanvasScrolls TestTabIsNeverTrapped TestFingers TestIdlePageDrawsNoFrames"},
	{"In Markdown a picture in a link is enough", "TestPictureInALinkBecomesALab TestHostsKeepTheFigure"},
	{"go run ./ui/cmd/picture", "TestPictureFollowsFromItsLink TestLessonInLearningManagement"},
	{"dist/embed.html puts such lines together", "TestBuilder TestEveryChoiceOfTheBuilder TestEmbeddingIsExplained"},
	{"A lab runs in a sandboxed frame", "TestElement TestOnlyLabsInSightRun TestUnseenLabsGiveTheirMemoryBack"},
	{"Its other half is in ui/embed.", ""},

	// embedding.html
	{"A lab is Ganvas without its bar", "TestOptionsHaveEffects"},
	{"Put one together and copy its lines", "TestBuilder"},
	{"Everything lies on your own server", "TestPolicyBites TestPolicyInASandbox"},
	{"It loads nothing but a small page before it is seen", "TestOnlyLabsInSightRun"},
	{"Out of sight, or in a tab behind others", "TestOnlyLabsInSightRun TestOutOfSightTheRunRests"},
	{"After half a minute out of sight", "TestUnseenLabsGiveTheirMemoryBack TestDefaultsAreAllowed"},
	{"Seen again it trains to the step", "TestLabRestsAndComesBack"},
	{"It stays as it is, paused, where its address", "TestRest TestLabRestsAndComesBack"},
	{"Browsers have some sixteen graphics contexts", "TestTwentyLabs"},
	{"Of labs in elements the eight nearest", "TestTwentyElements"},
	{"It never takes the focus", "TestLabsNeverTakeTheFocus TestLabsTakeNothingFromTheirPage TestFingers"},
	{"The single-key shortcuts", "TestLabsTakeNothingFromTheirPage"},
	{"It does not start by itself for readers who prefer", "TestLabWaitsUnderReducedMotion"},
	{"Locks bind your reader's hands.", "TestOptionsHaveEffects"},
	{"Your own page's messages may turn what is locked.", "TestMessagesBothWays"},
	{"lab.html? and any of these", "TestAnAddressPicksTheLab TestACopiedLinkIsALabs"},
	{"A lab always runs", "TestWrongOptionsAreSaidInTheLab TestHostileAddressesAreNamed"},
	{"<ganvas-lab> makes a frame", "TestElement"},
	{"Its attributes are the keys above", "TestElement TestScriptsKnowTheSameKeys"},
	{"Attributes are properties too", "TestElement"},
	{"Without height the frame is as high", "TestElement TestNothingMovesAsALabComes"},
	{"It adds your page's origin", "TestElement"},
	{"What stands between its tags is shown until", "TestElement TestHostsKeepTheFigure TestSanitizersLeaveALink"},
	{"Such a link to a lab", "TestPictureInALinkBecomesALab"},
	{"Where the lab does not come", "TestLabThatDoesNotCome"},
	{"The lab has the page's colours", "TestLabFollowsItsPagesColours TestNothingMovesAsALabComes"},
	{"A lab fits its box", "TestLabFitsItsBox TestElementLendsAHand"},
	{"It does not scroll, but for its settings", "TestFingers TestFingerLeavesTheSettings"},
	{"Its methods are", "TestElement TestElementInEachBrowser"},
	{"They wait until the lab listens", "TestElement"},
	{"Version 1.", "TestCommandsBecomeMessagesOfThePage"},
	{"Messages are objects", "TestMessagesBothWays TestMessagesForOthers"},
	{"To a lab you may add", "TestMessagesBothWays"},
	{"A lab takes 120 messages", "TestGate TestFloodOfMessages TestMessagesForOthers"},
	{"A lab hears the page that holds its frame", "TestOnlyTheParentIsHeard"},
	{"That page may always read.", "TestOriginsAreRefused"},
	{"It may command where its origin", "TestOriginsAreRefused TestWhoMayCommand"},
	{"Reading is free because", ""},
	{"Commands are not, so that", "TestOriginsAreRefused"},
	{"It is no wall against the author", ""},
	{"Files and sandboxed frames have no origin", "TestWhoMayCommand"},
	{"When you read messages", "TestLabInASandboxedFrame"},
	{"A server needs no settings.", "TestSiteWorksAnywhere"},
	{"One that sends a Content-Security-Policy", "TestHostThatAllowsEnough TestStrictHosts"},
	{"In a sandboxed frame 'self' means nothing", "TestLabInASandboxedFrame TestPolicyInASandbox"},
	{"Where it requires trusted types", "TestHostsThatSendMore"},
	{"Where the browser keeps no storage", "TestNoStorage"},
	{"Your own page's policy must let", "TestNotesWithAPolicy"},
	{"A page that is kept apart from others", "TestNotesKeptApart"},
	{"A sandboxed frame has no origin", "TestLabInASandboxedFrame"},
	{"It loads the programs from scripts", "TestProgramsAsScripts"},
	{"Notes in a folder, without a server", "TestLabsInAFolder"},
	{"Files have no origin", "TestWhoMayCommand"},
}

// Every statement of README.md and embedding.html has a test, or is none; and no test is named for what is no longer said, or is not there.
func TestEveryStatementHasATest(t *testing.T) {
	all, said := tests(t), append(sentences(readme(t)), sentences(guide(t))...)
	if len(said) < 60 || len(all) < 500 {
		t.Fatalf("only %d sentences and %d tests", len(said), len(all))
	}
	for host, name := range handTried {
		if !all[name] {
			t.Errorf("%s: there is no %s", host, name)
		}
	}
	used := map[string]bool{}
	for _, s := range said {
		found := false
		for _, row := range statements {
			if strings.HasPrefix(s, row.Begins) {
				found, used[row.Begins] = true, true
			}
		}
		if !found {
			t.Errorf("no test is named for: %s", s)
		}
	}
	for _, row := range statements {
		if !used[row.Begins] {
			t.Errorf("nobody says any longer: %s", row.Begins)
		}
		for _, name := range strings.Fields(row.Tests) {
			if !all[name] {
				t.Errorf("%s: there is no %s", row.Begins, name)
			}
		}
	}
}
