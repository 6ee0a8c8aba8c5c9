namespace ae {}
