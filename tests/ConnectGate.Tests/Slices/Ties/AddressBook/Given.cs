using System.IO.Compression;
using System.Text;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

/// <summary>Files of addresses, and their import.</summary>
internal static class Given
{
    public const string Header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

    /// <summary>One of the files beside these tests. Their formats are real and their people invented.</summary>
    public static byte[] File(string name) =>
        System.IO.File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Slices", "Ties", "AddressBook", "Files", name)
        );

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A file of that many connections, all different.</summary>
    public static byte[] Connections(int count, string company = "Acme") =>
        Text(
            Header
                + string.Concat(
                    Enumerable
                        .Range(0, count)
                        .Select(number =>
                            $"Given{number},Family{number},https://www.linkedin.com/in/given-family-{number},,"
                            + $"{company},Surveyor,08 Feb 2021\n"
                        )
                )
        );

    public static byte[] Zip(params (string Path, byte[] Content)[] files) => Zip(CompressionLevel.Optimal, files);

    public static byte[] Zip(CompressionLevel level, params (string Path, byte[] Content)[] files)
    {
        using var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path, level).Open();
                entry.Write(content);
            }
        }

        return zipped.ToArray();
    }

    public static Gathered Read(byte[] file)
    {
        var gathering = new Gathering(TestContext.Current.CancellationToken);
        AddressFile.Read(new MemoryStream(file), gathering);
        return gathering.Result;
    }

    /// <summary>The code of the refusal of a file.</summary>
    public static string Refused(byte[] file) => Assert.Throws<UnreadableFileException>(() => Read(file)).Code;

    /// <summary>Begins the import of a file and saves none of it.</summary>
    public static async Task<ConnectGate.Foundation.Pipeline.Outcome<ConnectGate.Foundation.Pipeline.Done>> BeginAsync(
        this Community community,
        Person owner,
        byte[]? file
    ) =>
        await community.SendAsync(
            owner,
            new BeginImport.Command(
                await community.QueryAsync(
                    owner,
                    new ReadAddressFile.Query(file is null ? null : new MemoryStream(file))
                )
            )
        );

    /// <summary>Saves the waiting slices, as the worker does, and returns their number.</summary>
    public static async Task<int> SaveSlicesAsync(this Community community)
    {
        var slices = 0;
        while ((await community.InScopeAsync(null, null, services => SendAsync(services))).Value.Any)
        {
            slices++;
        }

        return slices;

        static Task<ConnectGate.Foundation.Pipeline.Outcome<SaveSlice.Receipt>> SendAsync(IServiceProvider services) =>
            ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(
                new SaveSlice.Command(),
                TestContext.Current.CancellationToken
            );
    }

    /// <summary>Imports a file from beginning to end, and returns the result.</summary>
    public static async Task<ViewAddressBook.Import> ImportAsync(this Community community, Person owner, byte[] file)
    {
        var begun = await community.BeginAsync(owner, file);
        Assert.True(begun.Succeeded, string.Join(", ", begun.Refusals.Select(refusal => refusal.Code)));
        await community.SaveSlicesAsync();
        return (await community.BookAsync(owner)).Import!;
    }

    public static Task<ViewAddressBook.View> BookAsync(
        this Community community,
        Person owner,
        string? text = null,
        string? cursor = null
    ) => community.QueryAsync(owner, new ViewAddressBook.Query(text, cursor));
}
