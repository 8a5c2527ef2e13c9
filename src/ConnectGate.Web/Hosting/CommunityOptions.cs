using System.ComponentModel.DataAnnotations;

namespace ConnectGate.Web.Hosting;

/// <summary>What the community calls itself. Configuration section <c>Community</c>.</summary>
public sealed class CommunityOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Community";

    /// <summary>The name atop each page.</summary>
    [Required]
    [StringLength(80, MinimumLength = 1)]
    public string Name { get; set; } = "ConnectGate";
}
