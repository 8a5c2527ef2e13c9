using System.Globalization;
using ConnectGate.Learn;

// learn [FILE...]             writes src/ConnectGate/Gate/Phrases/learnt.tsv from the labelled notes of the tests
// cross-validate [FILE...]    learns from nine tenths of the notes, judges the other tenth, and prints the result
// evaluate FILE               judges a file of labelled notes with the current gate, and prints the result
// FILE...                     texts of real people; one without a label counts as genuine
// --wrong                     after cross-validate or evaluate: also prints each note that was judged against its
//                             label, and each refused note without a label
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var wrong = args is [.., "--wrong"];
return (wrong ? args[..^1] : args) switch
{
    ["learn", .. var files] => Commands.Learn(files),
    ["cross-validate", .. var files] => Commands.CrossValidate(files, wrong),
    ["evaluate", var file] => Commands.Evaluate(file, wrong),
    _ => Commands.Usage(),
};
