namespace ConnectGate.People.Accounts.SecondFactors;

/// <summary>A submitted second factor: a code of the authenticator or a recovery code.</summary>
internal sealed record ShownCode(string? TwoFactorCode, string? RecoveryCode)
{
    /// <summary>A recovery code counts where both are submitted.</summary>
    public bool IsRecovery => !string.IsNullOrWhiteSpace(RecoveryCode);

    public bool IsNone => string.IsNullOrWhiteSpace(TwoFactorCode) && string.IsNullOrWhiteSpace(RecoveryCode);
}
