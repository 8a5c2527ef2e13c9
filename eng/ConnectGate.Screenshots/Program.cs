using ConnectGate.Screenshots;

// dotnet run --project eng/ConnectGate.Screenshots [-- FOLDER [ACCOUNT]]
// Without arguments: writes the README's picture to docs/images.
// FOLDER: writes every page for a review: in a phone and a desktop width; light, dark and in forced colours; and with
// long names from right to left.
// FOLDER moderator: writes only the pages of that demo account.
// FOLDER de: writes every page in that language, in both widths.
await using var demo = await Demo.StartAsync();
await (
    args is [var folder, .. var only]
        ? Pictures.OfEveryPageAsync(demo, folder, only is [var which] ? which : "")
        : Pictures.ForReadmeAsync(demo, Path.Combine(Demo.Root, "docs", "images"))
);
