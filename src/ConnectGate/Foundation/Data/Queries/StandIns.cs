using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Query;

namespace ConnectGate.Foundation.Data.Queries;

/// <summary>
/// Values in place of a query's arguments. A query written with them becomes a lambda expression with parameters: each
/// captured variable with such a value becomes the parameter.
/// </summary>
internal sealed class StandIns : ExpressionVisitor
{
    private readonly ConnectGateContext _context;
    private readonly ParameterExpression _contextParameter = Expression.Parameter(
        typeof(ConnectGateContext),
        "context"
    );
    private readonly List<(object Value, ParameterExpression Parameter)> _all = [];
    private readonly bool _descending;

    private StandIns(ConnectGateContext context, bool descending) => (_context, _descending) = (context, descending);

    /// <exception cref="NotSupportedException">The query computes with an argument, or captures something that is
    /// neither an argument nor the context.</exception>
    public static Expression<TQuery> Replace<TQuery>(ConnectGateContext context, Func<StandIns, IQueryable> write)
    {
        // A comparison of two arguments, such as Math.Min, depends on the order of their values.
        var query = new StandIns(context, descending: false).Replace<TQuery>(write);
        var again = new StandIns(context, descending: true).Replace<TQuery>(write);
        return query.ToString() == again.ToString()
            ? query
            : throw new NotSupportedException($"A compiled query must not compare its arguments: {query}");
    }

    /// <summary>The stand-in of the next argument. No value of an argument is the same as another's.</summary>
    public T Next<T>()
    {
        var number = _all.Count + 1;
        var step = _descending ? -number : number;
        object value =
            typeof(T) == typeof(int) ? 1_500_000_000 + step
            : typeof(T) == typeof(long) ? 4_611_686_018_427_387_904 + step
            : typeof(T) == typeof(DateTime) ? new DateTime(0xABCDEF0123456 + step, DateTimeKind.Utc)
            : typeof(T) == typeof(string) ? new string('?', number)
            : typeof(T).IsEnum ? Enum.ToObject(typeof(T), 1_000_000 + step)
            : typeof(T).IsArray ? Array.CreateInstance(typeof(T).GetElementType()!, number)
            : throw new NotSupportedException($"A compiled query takes no {typeof(T).Name}.");
        _all.Add((value, Expression.Parameter(typeof(T), $"given{number}")));
        return (T)value;
    }

    protected override Expression VisitMember(MemberExpression node) =>
        IsCaptured(node) ? Replaced(node, Value(node)) : base.VisitMember(node);

    // Take and Skip get the number itself, and not the variable.
    protected override Expression VisitConstant(ConstantExpression node) =>
        node.Value is int number && _all.Find(one => one.Value.Equals(number)).Parameter is { } parameter
            ? parameter
            : base.VisitConstant(node);

    protected override Expression VisitExtension(Expression node) =>
        node is EntityQueryRootExpression root ? root.DetachQueryProvider() : base.VisitExtension(node);

    private Expression<TQuery> Replace<TQuery>(Func<StandIns, IQueryable> write)
    {
        var body = Visit(write(this).Expression);
        return Expression.Lambda<TQuery>(body, [_contextParameter, .. _all.Select(one => one.Parameter)]);
    }

    private Expression Replaced(MemberExpression node, object? value)
    {
        if (value is IQueryable query)
        {
            return Visit(query.Expression);
        }

        if (ReferenceEquals(value, _context))
        {
            return _contextParameter;
        }

        var parameter = _all.Find(one =>
            value is string or Array ? ReferenceEquals(one.Value, value) : one.Value.Equals(value)
        ).Parameter
            ?? throw new NotSupportedException($"A compiled query must not capture {node.Member.Name}.");
        return node.Type == parameter.Type ? parameter : Expression.Convert(parameter, node.Type);
    }

    // A chain of members that begins at a variable captured by a lambda.
    private static bool IsCaptured(MemberExpression node) =>
        node.Expression switch
        {
            ConstantExpression { Value: { } closure } => closure
                .GetType()
                .IsDefined(typeof(CompilerGeneratedAttribute), inherit: false),
            MemberExpression inner => IsCaptured(inner),
            _ => false,
        };

    private static object? Value(MemberExpression node)
    {
        var owner = node.Expression is MemberExpression inner
            ? Value(inner)
            : ((ConstantExpression)node.Expression!).Value;
        return node.Member is FieldInfo field ? field.GetValue(owner) : ((PropertyInfo)node.Member).GetValue(owner);
    }
}
