using System.Net;
using ConnectGate.Web.Identity;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>What counts as one network when tries are limited.</summary>
public sealed class NetworkTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:bbbb::9", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:3:bbbb::9", "2001:db8:1:3::")]
    public void Addresses_of_one_household_are_one_network(string address, string network) =>
        Assert.Equal(network, BrowserSession.NetworkOf(IPAddress.Parse(address)));
}
