namespace ConnectGate.Web.Resources;

// Every text a person reads on a page lives in the .resx file named like its marker, one file for each area. Pages read
// it by IStringLocalizer<...Texts>, which each folder's _ViewImports injects as T, and SharedTexts as S. A name that is
// missing throws outside Production, so that a test that opens the page finds it.
//
// To add a language: put a translated copy beside each file, named <Area>Texts.<culture>.resx (and Words.<culture>.resx
// in the domain), and add the culture to Supported in the domain's Foundation/Text/Words.cs.

/// <summary>
/// Marks <c>SharedTexts.resx</c>: the layout, the forms' own words, dates, buttons that many pages have.
/// </summary>
public sealed class SharedTexts;

/// <summary>Marks <c>WelcomeTexts.resx</c>.</summary>
public sealed class WelcomeTexts;

/// <summary>Marks <c>ErrorTexts.resx</c>.</summary>
public sealed class ErrorTexts;

/// <summary>Marks <c>AccountTexts.resx</c>: registration, sign-in and security.</summary>
public sealed class AccountTexts;

/// <summary>Marks <c>AskingTexts.resx</c>: asking to connect, and what was asked.</summary>
public sealed class AskingTexts;

/// <summary>Marks <c>InboxTexts.resx</c>: the inbox, the letter, the decision.</summary>
public sealed class InboxTexts;

/// <summary>Marks <c>ReferencesTexts.resx</c>: "do you know this person?", as it is asked of a member.</summary>
public sealed class ReferencesTexts;

/// <summary>Marks <c>ConnectionsTexts.resx</c>: connections and conversations.</summary>
public sealed class ConnectionsTexts;

/// <summary>Marks <c>MeetingsTexts.resx</c>: codes, and what confirming a meeting means.</summary>
public sealed class MeetingsTexts;

/// <summary>
/// Marks <c>IntroductionsTexts.resx</c>: asking for introductions, passing letters on, introducing two connections.
/// </summary>
public sealed class IntroductionsTexts;

/// <summary>Marks <c>MembersTexts.resx</c>: search and profiles.</summary>
public sealed class MembersTexts;

/// <summary>Marks <c>GroupsTexts.resx</c>: groups, gatherings and their noticeboards.</summary>
public sealed class GroupsTexts;

/// <summary>Marks <c>SettingsTexts.resx</c>.</summary>
public sealed class SettingsTexts;

/// <summary>Marks <c>AddressBookTexts.resx</c>.</summary>
public sealed class AddressBookTexts;

/// <summary>Marks <c>NotificationsTexts.resx</c>.</summary>
public sealed class NotificationsTexts;

/// <summary>Marks <c>AdminTexts.resx</c>.</summary>
public sealed class AdminTexts;

/// <summary>Marks <c>ModerationTexts.resx</c>.</summary>
public sealed class ModerationTexts;
