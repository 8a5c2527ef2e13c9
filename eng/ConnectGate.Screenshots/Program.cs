using ConnectGate.Screenshots;

// dotnet run --project eng/ConnectGate.Screenshots              the README's picture, into docs/images
// dotnet run --project eng/ConnectGate.Screenshots -- FOLDER    every page, on a phone and a desk, light and dark, to look at
await using var demo = await Demo.StartAsync();
await (args is [var folder] ? Pictures.OfEveryPageAsync(demo, folder) : Pictures.ForReadmeAsync(demo, Path.Combine(Demo.Root, "docs", "images")));
