namespace ConnectGate.Web.Resources;

// Each marker names the .resx file of one area, with every text that a person reads on its pages. Pages get the texts
// as IStringLocalizer<...Texts>: each folder's _ViewImports injects its own as T, and SharedTexts as S. Outside
// Production a missing name throws, so that the test that opens the page finds it.
//
// CONTRIBUTING.md says how to add a language.

/// <summary>
/// Marks <c>SharedTexts.resx</c>: the layout, forms, dates and the buttons of many pages.
/// </summary>
public sealed class SharedTexts;

public sealed class WelcomeTexts;

public sealed class ErrorTexts;

/// <summary>Marks <c>AccountTexts.resx</c>: registration, sign-in and security.</summary>
public sealed class AccountTexts;

/// <summary>Marks <c>AskingTexts.resx</c>: asking to connect, and sent letters.</summary>
public sealed class AskingTexts;

/// <summary>Marks <c>InboxTexts.resx</c>: the inbox, the letter, the decision.</summary>
public sealed class InboxTexts;

/// <summary>Marks <c>ReferencesTexts.resx</c>: the question "do you know this person?".</summary>
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

/// <summary>Marks <c>ReportsTexts.resx</c>: reporting a text, and what came of it.</summary>
public sealed class ReportsTexts;

/// <summary>Marks <c>DecisionsTexts.resx</c>: moderators' decisions about the reader, and appeals.</summary>
public sealed class DecisionsTexts;

public sealed class SettingsTexts;

public sealed class AddressBookTexts;

public sealed class NotificationsTexts;

public sealed class AdminTexts;

public sealed class ModerationTexts;
