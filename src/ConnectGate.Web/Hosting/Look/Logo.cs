namespace ConnectGate.Web.Hosting.Look;

/// <summary>A community's picture, read once.</summary>
internal sealed record Logo(byte[] Bytes, string ContentType)
{
    /// <summary>The first view of a page has 80 KB for everything.</summary>
    public const int MostBytes = 16 * 1024;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
    };

    /// <summary>A reason for the host why the file cannot be used; null where it can.</summary>
    public static string? Problem(string file) =>
        !Types.ContainsKey(Path.GetExtension(file)) ? "It must be an SVG, PNG or WebP file."
        : !File.Exists(FullPath(file)) ? "There is no such file."
        : new FileInfo(FullPath(file)).Length > MostBytes ? $"It has more than {MostBytes / 1024} KB."
        : null;

    public static Logo Read(string file) => new(File.ReadAllBytes(FullPath(file)), Types[Path.GetExtension(file)]);

    private static string FullPath(string file) =>
        Path.Combine(Start.ContentRoot ?? Environment.CurrentDirectory, file);
}
