using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ConnectGate.Foundation.Data.Queries;

/// <summary>
/// A query that EF compiles once for each model. A compiled query works with one model alone, and a process that has
/// both databases, such as the tests', has two.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    public TQuery For(ConnectGateContext context) => _compiled.GetValue(context.Model, _ => compile());
}
