namespace ConnectGate.People.Members.Photos;

/// <summary>
/// Makes the pictures of a chosen file before the current member's write begins. It stores nothing, and no other writer
/// waits for it.
/// </summary>
public static class ReadPhoto
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>Width times height. More would take too much memory, however small the file is.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>The most files that a member can send in 24 hours.</summary>
    public const int MostADay = 20;

    /// <summary>
    /// Accepts JPEG, PNG and WebP, whatever the file's name says. Of several frames it takes the first.
    /// </summary>
    /// <param name="File">Must be seekable; null if the member chose no file.</param>
    /// <param name="Crop">The part to keep of a picture that is not square.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(Stream? File, PhotoCrop Crop) : IQuery<View>;

    /// <summary>The result of the reading, for <see cref="ChangePhoto"/>.</summary>
    public sealed class View : ICarriesRefusals
    {
        /// <summary>
        /// Null if the file can be used. Otherwise <c>photo-missing</c>, <c>-too-large</c>, <c>-unknown</c> (not one of
        /// the three formats), <c>-too-many-pixels</c> or <c>-damaged</c>, at the field <c>file</c>.
        /// </summary>
        public Refusal? Refusal { get; internal init; }

        internal byte[] Large { get; init; } = [];

        internal byte[] Small { get; init; } = [];

        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            Refusal is null ? this : new View { Refusal = word(Refusal) };
    }

    internal sealed class Handler(PhotoReader reader, BareCounts counts, Actor actor) : IRequestHandler<Query, View>
    {
        private static readonly CountedAct Sent = new("photo", MostADay, TimeSpan.FromHours(24));

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            if (query.File is not { Length: > 0 } file)
            {
                return Refused("photo-missing");
            }

            if (file.Length > LargestFile)
            {
                return Refused("photo-too-large");
            }

            if (counts.Take(Sent, actor.Id) is { } until)
            {
                throw new TooOftenException(
                    new Refusal("too-many-photos", "", Words.Format("too-many-photos", until)),
                    until
                );
            }

            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellationToken);
            return await reader.ReadAsync(bytes, query.Crop, cancellationToken) switch
            {
                { Refusal: { } code } => Refused(code),
                var read => new View { Large = read.Large, Small = read.Small },
            };
        }

        private static View Refused(string code) =>
            new()
            {
                Refusal = new Refusal(
                    code,
                    "file",
                    Words.Format(code, LargestFile / (1024 * 1024), MostPixels / 1_000_000)
                ),
            };
    }
}

/// <summary>The part of a picture that is not square to keep.</summary>
public enum PhotoCrop
{
    Middle,

    /// <summary>The top of a tall picture, the left of a wide one.</summary>
    Beginning,

    /// <summary>The bottom of a tall picture, the right of a wide one.</summary>
    End,
}
