using ConnectGate.BrowserTests.Stories.Moderation;
using Microsoft.Playwright;

namespace ConnectGate.BrowserTests.Stories;

// One class for each device: xUnit runs classes side by side, and a story waits more than it works.

/// <summary>On a desktop computer.</summary>
public sealed class RequestStoryOnADesk(Sites sites)
    : RequestStory(sites, new Device(1280, JavaScript: true, ColorScheme.Light));

/// <summary>On a phone in dark mode.</summary>
public sealed class RequestStoryOnAPhone(Sites sites)
    : RequestStory(sites, new Device(390, JavaScript: true, ColorScheme.Dark));

/// <summary>On a desktop computer without JavaScript.</summary>
public sealed class RequestStoryOnAPlainDesk(Sites sites)
    : RequestStory(sites, new Device(1280, JavaScript: false, ColorScheme.Dark));

/// <summary>On a phone without JavaScript.</summary>
public sealed class RequestStoryOnAPlainPhone(Sites sites)
    : RequestStory(sites, new Device(390, JavaScript: false, ColorScheme.Light));

/// <summary>On a desktop computer.</summary>
public sealed class ReferenceStoryOnADesk(Sites sites)
    : ReferenceStory(sites, new Device(1280, JavaScript: true, ColorScheme.Dark));

/// <summary>On a phone without JavaScript.</summary>
public sealed class ReferenceStoryOnAPlainPhone(Sites sites)
    : ReferenceStory(sites, new Device(390, JavaScript: false, ColorScheme.Light));

/// <summary>On a desktop computer.</summary>
public sealed class GatheringStoryOnADesk(Sites sites)
    : GatheringStory(sites, new Device(1280, JavaScript: true, ColorScheme.Light));

/// <summary>On a phone without JavaScript.</summary>
public sealed class GatheringStoryOnAPlainPhone(Sites sites)
    : GatheringStory(sites, new Device(390, JavaScript: false, ColorScheme.Dark));

/// <summary>On a desktop computer.</summary>
public sealed class ModerationStoryOnADesk(Sites sites)
    : ModerationStory(sites, new Device(1280, JavaScript: true, ColorScheme.Dark));

/// <summary>On a phone without JavaScript.</summary>
public sealed class ModerationStoryOnAPlainPhone(Sites sites)
    : ModerationStory(sites, new Device(390, JavaScript: false, ColorScheme.Light));
