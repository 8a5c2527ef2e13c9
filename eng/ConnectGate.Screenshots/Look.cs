using Microsoft.Playwright;

namespace ConnectGate.Screenshots;

/// <summary>How a page is looked at.</summary>
/// <param name="Name">At the end of a picture's file name.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Colours">Whether the system forces its own colours.</param>
/// <param name="LongName">Whether every member has a long name that reads from right to left.</param>
internal sealed record Look(
    string Name,
    int Width,
    ColorScheme Scheme,
    ForcedColors Colours = ForcedColors.None,
    bool LongName = false
);
