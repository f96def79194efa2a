package imagefile

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"ganvas/core/imageset"
)

// cifarShape is of CIFAR-10 (Krizhevsky, 2009): a label and then three planes make a record.
var cifarShape = imageset.Shape{32, 32, 3}

const cifarRecord = 1 + 32*32*3

// cifarClasses are the classes' names, in their order.
var cifarClasses = []string{"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"}

// isCIFAR says whether a file may be a binary batch, which has no magic number: its name says so, and its length where that is known.
func isCIFAR(l leaf) bool {
	return strings.HasSuffix(strings.ToLower(l.name), ".bin") && (l.size < 0 || l.size > 0 && l.size%cifarRecord == 0)
}

// cifar reads a batch.
func (r *reading) cifar(l leaf) error {
	if l.size > maxLeaf {
		return refuse(l.name, fmt.Sprintf("at most %d MB", maxLeaf>>20), "%d MB", l.size>>20)
	}
	count := int(l.size / cifarRecord)
	if l.size < 0 { // in gzip, where nothing but reading it tells
		var err error
		if count, err = cifarRecords(l); err != nil {
			return err
		}
	}
	r.parts = append(r.parts, part{name: l.name, count: count, shape: cifarShape, high: 255, classes: cifarClasses, labeled: true,
		each: func(take func([]uint8, int) error) error { return cifarEach(l, count, take) }})
	return nil
}

// cifarRecords counts the records of a batch.
func cifarRecords(l leaf) (int, error) {
	f, err := l.open()
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(io.Discard, f)
	if err != nil {
		return 0, broken(l.name, "a batch of CIFAR-10", err)
	}
	if n == 0 || n%cifarRecord != 0 {
		return 0, refuse(l.name, fmt.Sprintf("a multiple of %d, as CIFAR-10's batches have", cifarRecord), "%d bytes", n)
	}
	return int(n / cifarRecord), nil
}

func cifarEach(l leaf, count int, take func([]uint8, int) error) error {
	f, err := l.open()
	if err != nil {
		return err
	}
	b := bufio.NewReaderSize(f, 1<<16)
	record, pixels := make([]byte, cifarRecord), make([]uint8, cifarRecord-1)
	for i := range count {
		if _, err := io.ReadFull(b, record); err != nil {
			return broken(l.name, "a batch of CIFAR-10", err)
		}
		if record[0] > 9 {
			return refuse(l.name, "CIFAR-10's binary batches, of classes 0 to 9", "the class %d in record %d", record[0], i+1)
		}
		interleave(pixels, record[1:], cifarShape)
		if err := take(pixels, int(record[0])); err != nil {
			return err
		}
	}
	return nil
}

// isClassNames says whether a text is the list of names that comes with CIFAR-10.
func isClassNames(l leaf) bool {
	return path.Base(l.name) == "batches.meta.txt" && len(l.head) < sniffed && isText(l)
}

// classNames reads a class's name in each line.
func (r *reading) classNames(l leaf) error {
	for line := range bytes.Lines(l.head) {
		if name := strings.TrimSpace(string(line)); name != "" {
			r.names = append(r.names, name)
		}
	}
	return nil
}
