using ConnectGate.Screenshots;

// dotnet run --project eng/ConnectGate.Screenshots              the README's picture, into docs/images
// dotnet run --project eng/ConnectGate.Screenshots -- FOLDER every page, on a phone and a desk, light and dark, to look
// at dotnet run --project eng/ConnectGate.Screenshots -- FOLDER moderator only what that account of the demo sees
await using var demo = await Demo.StartAsync();
await (
    args is [var folder, .. var only]
        ? Pictures.OfEveryPageAsync(demo, folder, only is [var account] ? account : "")
        : Pictures.ForReadmeAsync(demo, Path.Combine(Demo.Root, "docs", "images"))
);
