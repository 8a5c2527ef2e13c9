namespace ConnectGate.Tests.Conventions;

/// <summary>Rules about the files themselves.</summary>
internal static class Layout
{
    /// <summary>The most files of a folder; a page, its model and its partial count once.</summary>
    public const int MostFiles = 12;

    /// <summary>The most columns of a line of code.</summary>
    public const int MostColumns = 120;

    private static readonly string[] Written = [".cs", ".cshtml", ".css", ".js"];

    private static readonly string[] NotOurs = ["bin", "obj", "Migrations", "node_modules"];

    /// <summary>The folder of the solution, found above the running tests.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every folder below <c>src</c>, <c>tests</c> and <c>eng</c> that holds too many files.</summary>
    public static IEnumerable<string> CrowdedFolders(string root) =>
        FilesOf(root)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal)
            .Select(folder => (folder.Key, Count: folder.Select(Subject).Distinct(StringComparer.Ordinal).Count()))
            .Where(folder => folder.Count > MostFiles)
            .Select(folder => $"{Path.GetRelativePath(root, folder.Key)} has {folder.Count} files")
            .Order(StringComparer.Ordinal);

    /// <summary>Every line of code that is too long, as <c>file:line</c>.</summary>
    public static IEnumerable<string> LongLines(string root) =>
        from file in FilesOf(root)
        from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
        where line.text.Length > MostColumns
        select $"{Path.GetRelativePath(root, file)}:{line.number}";

    /// <summary>The path of every file of code below <c>src</c>, <c>tests</c> and <c>eng</c>.</summary>
    public static IEnumerable<string> FilesOf(string root) =>
        new[] { "src", "tests", "eng" }
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Written.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(NotOurs.Contains));

    // Index.cshtml, Index.cshtml.cs and _Index.cshtml are one subject; imports are none of their own.
    private static string Subject(string file) =>
        Path.GetFileName(file).Split('.')[0].TrimStart('_') is var name && name == "ViewImports" ? "Index" : name;

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ConnectGate.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
