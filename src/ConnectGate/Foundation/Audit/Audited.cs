using System.Reflection;

namespace ConnectGate.Foundation.Audit;

/// <summary>
/// Declares the acts that a command records in the audit log. <c>AuditBehavior</c> writes the entries. It refuses an
/// act that the command does not declare.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AuditedAttribute(params AuditAct[] acts) : Attribute
{
    public IReadOnlyList<AuditAct> Acts => acts;

    /// <summary>
    /// Whether a success can have changed nothing: the address is on the list already, for example. Only then may a
    /// success record no act.
    /// </summary>
    public bool MayChangeNothing { get; init; }
}

/// <summary>Reads the declaration once for each type of command.</summary>
internal static class DeclaredActs<TCommand>
{
    /// <summary>Null where the command declares none.</summary>
    public static readonly AuditedAttribute? Value = typeof(TCommand).GetCustomAttribute<AuditedAttribute>();
}
