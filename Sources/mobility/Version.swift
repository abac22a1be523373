/// The version of the program, said by `--version` and recorded in every `summary.json`.
let programVersion = "0.1.0"
