module native

go 1.23
