module ganvas

go 1.26
