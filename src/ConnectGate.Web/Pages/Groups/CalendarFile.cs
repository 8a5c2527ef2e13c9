using System.Text;
using ConnectGate.Foundation;
using ConnectGate.Ties.Groups;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Writes a gathering as an iCalendar file (RFC 5545), in UTF-8.</summary>
internal static class CalendarFile
{
    private const int LongestName = 60;

    /// <summary>In octets, without the line break.</summary>
    private const int LongestLine = 75;

    private const string Break = "\r\n ";

    /// <summary>
    /// One event on whole days, since a gathering has no hours. Its id depends on the gathering and the site alone, so
    /// a calendar that reads the file again replaces the event.
    /// </summary>
    /// <param name="now">In UTC. A later file replaces an earlier one.</param>
    public static byte[] Of(GroupSeen gathering, SiteOptions site, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(gathering);
        ArgumentNullException.ThrowIfNull(site);
        var calendar = new Calendar { ProductId = "-//ConnectGate//Gatherings//EN" };
        calendar.Events.Add(
            new CalendarEvent
            {
                Uid = $"{gathering.Id}@{site.Address.Host}",
                DtStamp = new CalDateTime(now),
                Start = new CalDateTime(gathering.BeginsOn!.Value),
                // The end is the first day after the event.
                End = new CalDateTime(gathering.EndsOn!.Value.AddDays(1)),
                Summary = gathering.Name,
                Location = gathering.Place,
                Description = gathering.About.Length > 0 ? gathering.About : null,
                Url = new Uri(site.LinkTo($"gatherings/{gathering.Id}")),
            }
        );
        return Encoding.UTF8.GetBytes(Fold(new CalendarSerializer().SerializeToString(calendar)!));
    }

    /// <summary>
    /// The gathering's name with "-" for all but letters and digits, which no system reads as a path or as another
    /// type of file.
    /// </summary>
    public static string NameOf(GroupSeen gathering)
    {
        ArgumentNullException.ThrowIfNull(gathering);
        var letters = new StringBuilder();
        foreach (var rune in gathering.Name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters.Append(rune.ToString());
            }
            else if (letters.Length > 0 && letters[^1] != '-')
            {
                letters.Append('-');
            }

            if (letters.Length >= LongestName)
            {
                break;
            }
        }

        var name = letters.ToString().Trim('-').ToLowerInvariant();
        return $"{(name.Length > 0 ? name : "gathering")}.ics";
    }

    // Folds anew: Ical.Net 5.2 breaks lines between the two halves of an emoji, which no decoder can read.
    private static string Fold(string lines)
    {
        var (folded, octets) = (new StringBuilder(), 0);
        foreach (var rune in lines.Replace(Break, "", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n')
            {
                octets = 0;
            }
            else if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append(Break);
                octets = 1 + rune.Utf8SequenceLength;
            }
            else
            {
                octets += rune.Utf8SequenceLength;
            }

            folded.Append(rune.ToString());
        }

        return folded.ToString();
    }
}
