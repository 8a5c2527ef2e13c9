namespace ConnectGate.People.Accounts.Sessions;

/// <summary>The lifetimes of sessions, for code that makes a cookie or token which must last as long.</summary>
public static class SessionTimes
{
    /// <summary>The longest time without use.</summary>
    public static TimeSpan IdleTime => Session.IdleTime;

    /// <summary>The longest time from the start.</summary>
    public static TimeSpan LifeTime => Session.LifeTime;
}
