using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Accounts.Former;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConnectGate.People.Accounts;

internal static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AdmissionOptions>()
            .Bind(configuration.GetSection(AdmissionOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                ConnectGateContext.IdentitySchema(options);
            })
            .AddEntityFrameworkStores<ConnectGateContext>();

        services.Replace(ServiceDescriptor.Scoped<ILookupNormalizer, EmailNormalizer>());

        // Identity's rules ask for kinds of characters; PasswordRules replaces them.
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddSingleton<Tickets>();
        services.AddScoped<FormerNames>();
        services.AddSingleton<Decoy>();
        services.AddScoped<AccountMail>();
        services.AddScoped<Admission>();
        services.AddScoped<LinkPassword>();
        services.AddScoped<NewPassword>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<NewAddress>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<SessionRows>();
        services.AddScoped<Throttle>();
        services.AddScoped<KnownDevices>();
    }
}
