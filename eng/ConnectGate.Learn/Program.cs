using System.Globalization;
using ConnectGate.Learn;

// learn [FILE...]             writes src/ConnectGate/Gate/Phrases/learnt.tsv from the labelled notes of the tests
// cross-validate [FILE...]    says how a gate does that learnt from nine tenths of them, on the tenth
// evaluate FILE               says how the gate as it is does on a file of labelled notes
// FILE...                     real people's texts to learn from as genuine, for counter-weight
// --wrong after any of the last two: also prints each note not judged as labelled, and each refused one without a label
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var wrong = args is [.., "--wrong"];
return (wrong ? args[..^1] : args) switch
{
    ["learn", .. var files] => Commands.Learn(files),
    ["cross-validate", .. var files] => Commands.CrossValidate(files, wrong),
    ["evaluate", var file] => Commands.Evaluate(file, wrong),
    _ => Commands.Usage(),
};
