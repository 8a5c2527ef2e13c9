namespace ConnectGate.Care.Moderation;

/// <summary>A report or a copied note opened a case. Published in the transaction, before the save.</summary>
internal sealed record CaseOpened(Case File) : INotification;

/// <summary>A moderator decided a case. Published in the transaction, before the save.</summary>
internal sealed record CaseClosed(Case File) : INotification;

/// <summary>A member reported a text. Published in the transaction, before the save.</summary>
internal sealed record ReportMade(Report Report) : INotification;
