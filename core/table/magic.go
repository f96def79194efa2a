package table

import (
	"bytes"
	"fmt"
)

// magics are the beginnings of files that are no tables of text, and what to do with these.
var magics = []struct{ begin, name, instead string }{
	{"\x89PNG\r\n\x1a\n", "a PNG picture", table},
	{"\xff\xd8\xff", "a JPEG picture", table},
	{"GIF8", "a GIF picture", table},
	{"\x93NUMPY", "a NumPy array (NPY)", "text, as numpy.savetxt writes it"},
	{"\x1f\x8b", "a gzip archive", "what is in it, unpacked"},
	{"PK\x03\x04", "a ZIP archive, as spreadsheets (XLSX, ODS) and NPZ files are", "a sheet, saved as CSV"},
	{"\xd0\xcf\x11\xe0", "an Excel workbook (XLS)", "a sheet, saved as CSV"},
	{"BZh", "a bzip2 archive", "what is in it, unpacked"},
	{"\xfd7zXZ\x00", "an xz archive", "what is in it, unpacked"},
	{"\x28\xb5\x2f\xfd", "a Zstandard archive", "what is in it, unpacked"},
	{"%PDF-", "a PDF document", table},
	{"PAR1", "a Parquet file", table},
	{"ARROW1", "an Arrow file", table},
	{"\x89HDF\r\n\x1a\n", "an HDF5 file", table},
	{"MATLAB 5.0 MAT-file", "a MATLAB file", table},
	{"SQLite format 3\x00", "an SQLite database", table},
	{"\x80\x02", "a Python pickle", table}, {"\x80\x03", "a Python pickle", table},
	{"\x80\x04", "a Python pickle", table}, {"\x80\x05", "a Python pickle", table},
	{"\x00\x00\x08\x01", "a list of labels (IDX)", table}, {"\x00\x00\x08\x03", "a list of pictures (IDX)", table},
	{"\xff\xfe\x00\x00", "text in UTF-32", "text in UTF-8"}, {"\x00\x00\xfe\xff", "text in UTF-32", "text in UTF-8"},
	{"<!DOCTYPE", "a web page", table}, {"<!doctype", "a web page", table}, {"<html", "a web page", table}, {"<?xml", "an XML file", table},
	{"{\\rtf", "an RTF document", table},
}

// table is what is read, in words.
const table = "rows of numbers as text: CSV, columns set apart by tabs, semicolons, bars or spaces, JSON, ARFF or libsvm"

// recognise refuses what is known not to be a table by its first bytes.
func recognise(head []byte) error {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.begin)) {
			return &Error{Value: m.name, Allowed: m.instead}
		}
	}
	if n := bytes.Count(head, []byte{0}); n > 0 && wide(head) == "" {
		return &Error{Value: fmt.Sprintf("binary data: %d of its first %d bytes are zero", n, len(head)), Allowed: table}
	}
	return nil
}
