using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.DataProtection;

namespace ConnectGate.Foundation.Paging;

/// <summary>
/// Makes the pages of a list, and reads the cursors that clients send back. A cursor is encrypted and signed with the
/// application's keys. It is worthless for another list and for another member.
/// </summary>
/// <typeparam name="TList">The query of the list.</typeparam>
internal sealed class Cursors<TList>(IDataProtectionProvider protection, Actor actor)
    where TList : IBaseRequest
{
    /// <summary>
    /// Makes a page from rows that were read one further than the page's size, in the list's order.
    /// </summary>
    public Page<TView> Page<TRow, TView>(
        IReadOnlyList<TRow> oneMore,
        Func<TRow, Cursor> cursor,
        Func<TRow, TView> view
    ) =>
        new(
            [.. oneMore.Take(Page<TView>.Size).Select(view)],
            oneMore.Count > Page<TView>.Size ? Write(cursor(oneMore[Page<TView>.Size - 1])) : null
        );

    /// <summary>The text of a cursor, different each time. Needed only beside a page.</summary>
    public string Write(Cursor cursor) => Base64Url.EncodeToString(Protector().Protect(cursor.ToBytes()));

    /// <summary>
    /// Reads a cursor that a client sends back. Null, the list's beginning, for anything that is no cursor of this list
    /// for this member, or whose keys no longer exist.
    /// </summary>
    public Cursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return Cursor.Of(Protector().Unprotect(Base64Url.DecodeFromChars(text)));
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector() =>
        protection.CreateProtector(
            "ConnectGate.Cursors",
            typeof(TList).FullName!,
            actor.Id.ToString(CultureInfo.InvariantCulture),
            "v1"
        );
}
