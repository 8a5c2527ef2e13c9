using Microsoft.Playwright;

namespace ConnectGate.BrowserTests;

// One class for each device, since xUnit runs classes side by side: a story waits more than it works.

/// <summary>A desk.</summary>
public sealed class OnADesk(RunningSite site) : TheStory(site, new Device(1280, true, ColorScheme.Light));

/// <summary>A phone at night.</summary>
public sealed class OnAPhone(RunningSite site) : TheStory(site, new Device(390, true, ColorScheme.Dark));

/// <summary>A desk without JavaScript.</summary>
public sealed class OnADeskWithoutJavaScript(RunningSite site)
    : TheStory(site, new Device(1280, false, ColorScheme.Dark));

/// <summary>A phone without JavaScript.</summary>
public sealed class OnAPhoneWithoutJavaScript(RunningSite site)
    : TheStory(site, new Device(390, false, ColorScheme.Light));

/// <summary>Asking around at a desk.</summary>
public sealed class AskingAroundOnADesk(RunningSite site)
    : AskingAround(site, new Device(1280, true, ColorScheme.Dark));

/// <summary>Asking around on a phone without JavaScript.</summary>
public sealed class AskingAroundOnAPhoneWithoutJavaScript(RunningSite site)
    : AskingAround(site, new Device(390, false, ColorScheme.Light));
