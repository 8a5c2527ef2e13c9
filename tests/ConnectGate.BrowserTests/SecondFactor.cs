namespace ConnectGate.BrowserTests;

/// <summary>The two ways to show a second factor.</summary>
internal static class SecondFactor
{
    /// <summary>Makes a passkey on a virtual authenticator, signs out, and signs in by it.</summary>
    public static async Task ByPasskeyAsync(Visitor visitor)
    {
        var devtools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );

        await visitor.GoAsync("/settings/security/passkeys");
        await visitor.FillAsync("name", "My phone");
        await visitor.FillAsync("currentPassword", Visitor.Password);
        await visitor.PressAsync("Add a passkey");
        await visitor.SeesAsync("Passkey added.");

        await visitor.SignOutAsync();
        await visitor.GoAsync("/account/sign-in");
        await visitor.PressAsync("Sign in with a passkey");
        await visitor.Page.WaitForURLAsync("**/inbox");
    }

    /// <summary>
    /// Sets up an authenticator by the application's clock, signs out, and signs in with a recovery code.
    /// </summary>
    public static async Task ByAuthenticatorAsync(Visitor visitor, TimeProvider clock)
    {
        await visitor.GoAsync("/settings/security/two-factor");
        await visitor.FillAsync("currentPassword", Visitor.Password);
        await visitor.PressAsync("Set up an authenticator");
        var key = await visitor.Page.Locator("main .code").First.InnerTextAsync();
        await visitor.FillAsync("code", Authenticator.Code(key, clock.GetUtcNow()));
        await visitor.FillAsync("currentPassword", Visitor.Password);
        await visitor.PressAsync("Switch it on");
        await visitor.SeesAsync("Keep these recovery codes");
        var recoveryCode = await visitor.Page.Locator("main li .code, main li code, main li").First.InnerTextAsync();

        await visitor.SignOutAsync();
        await visitor.SignInAsync();
        // The authenticator's code of this half minute was used.
        await visitor.FollowAsync("Use a recovery code instead");
        await visitor.FillAsync("code", recoveryCode);
        await visitor.PressAsync("Sign in");
        await visitor.Page.WaitForURLAsync("**/inbox");
    }
}
