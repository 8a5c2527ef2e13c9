using ConnectGate.Learn;

// learn                       writes src/ConnectGate/Gate/Phrases/learnt.tsv from the labelled notes of the tests
// cross-validate              says how a gate does that learnt from nine tenths of them, on the tenth
// evaluate FILE               says how the gate as it is does on a file of labelled notes
// --wrong after any of the last two: also prints every note not judged as labelled, and the refused ones without a
// label
var wrong = args is [.., "--wrong"];
return (wrong ? args[..^1] : args) switch
{
    ["learn"] => Commands.Learn(),
    ["cross-validate"] => Commands.CrossValidate(wrong),
    ["evaluate", var file] => Commands.Evaluate(file, wrong),
    _ => Commands.Usage(),
};
