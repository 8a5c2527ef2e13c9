namespace ConnectGate.People.Accounts.Sessions;

/// <summary>How long sessions last; for whoever makes a cookie or token that should last no less.</summary>
public static class SessionTimes
{
    /// <summary>Without being used.</summary>
    public static TimeSpan IdleTime => Session.IdleTime;

    /// <summary>At most.</summary>
    public static TimeSpan LifeTime => Session.LifeTime;
}
