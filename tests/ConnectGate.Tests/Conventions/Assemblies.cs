using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ConnectGate.Tests.Conventions;

/// <summary>Reads compiled code, so that a convention holds for what runs and not for what is spelled.</summary>
internal static class Assemblies
{
    public static readonly ModuleDefinition Domain = ModuleDefinition.ReadModule(
        typeof(ConnectGate.Letters.Attempts.IAsk).Assembly.Location
    );

    public static readonly ModuleDefinition Web = ModuleDefinition.ReadModule(
        typeof(ConnectGate.Web.Identity.CurrentMember).Assembly.Location
    );

    public static readonly ModuleDefinition Tests = ModuleDefinition.ReadModule(typeof(Assemblies).Assembly.Location);

    public static IEnumerable<TypeDefinition> TypesWithNested(this ModuleDefinition module) =>
        module.Types.SelectMany(WithNested);

    /// <summary>
    /// The written types (lambdas and state machines belong to the type that holds them) that call such a method.
    /// </summary>
    public static IEnumerable<string> CallersOf(this ModuleDefinition module, Func<MethodReference, bool> called) =>
        (
            from type in module.TypesWithNested()
            from method in type.Methods
            where
                method.HasBody
                && method.Body.Instructions.Any(each => each.Operand is MethodReference target && called(target))
            select Written(type).FullName
        )
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>Every type that a type's code and signatures name.</summary>
    public static IEnumerable<TypeReference> References(this TypeDefinition type)
    {
        var named = new List<TypeReference?> { type.BaseType };
        named.AddRange(type.Interfaces.Select(each => each.InterfaceType));
        named.AddRange(type.Fields.Select(field => field.FieldType));
        named.AddRange(type.Properties.Select(property => property.PropertyType));
        foreach (var method in type.Methods)
        {
            named.Add(method.ReturnType);
            named.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (method.HasBody)
            {
                named.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
                named.AddRange(method.Body.Instructions.SelectMany(Named));
            }
        }

        return named.OfType<TypeReference>().SelectMany(Parts);
    }

    /// <summary>The type as it was written, not what the compiler made for it.</summary>
    public static TypeDefinition Written(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal) && type.DeclaringType is { } outer ? Written(outer) : type;

    private static IEnumerable<TypeReference?> Named(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, method.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => [],
        };

    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
            TypeSpecification specification => Parts(specification.ElementType),
            _ => [type],
        };

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) =>
        type.NestedTypes.SelectMany(WithNested).Prepend(type);
}
