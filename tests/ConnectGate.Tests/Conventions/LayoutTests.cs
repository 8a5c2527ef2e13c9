namespace ConnectGate.Tests.Conventions;

/// <summary>A newcomer finds a file in a short list and reads a line without scrolling.</summary>
public sealed class LayoutTests : IDisposable
{
    private readonly DirectoryInfo _planted = Directory.CreateTempSubdirectory("connectgate-layout-");

    [Fact]
    public void No_folder_holds_more_than_a_dozen_files() => Assert.Equal([], Layout.CrowdedFolders(Layout.Root));

    [Fact]
    public void No_line_is_longer_than_120_columns() => Assert.Equal([], Layout.LongLines(Layout.Root));

    [Fact]
    public void A_crowded_folder_would_be_found()
    {
        for (var file = 1; file <= Layout.MostFiles + 1; file++)
        {
            Plant($"src/Crowded/File{file}.cs", "");
        }

        Assert.Equal(["src/Crowded has 13 files"], Layout.CrowdedFolders(_planted.FullName));
    }

    [Fact]
    public void A_long_line_would_be_found()
    {
        Plant("src/Long.cs", $"\n{new string('x', Layout.MostColumns + 1)}\n");

        Assert.Equal(["src/Long.cs:2"], Layout.LongLines(_planted.FullName));
    }

    public void Dispose() => _planted.Delete(recursive: true);

    private void Plant(string path, string text)
    {
        var file = Path.Combine(_planted.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
