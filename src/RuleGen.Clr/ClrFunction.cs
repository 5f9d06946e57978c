using System.Collections;
using System.Collections.Immutable;
using System.Data.SqlTypes;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>
/// The compiled function of a coding, loaded into this process and called as SQL Server calls it. It evaluates on its
/// own: nothing of the model takes part.
/// </summary>
public sealed class ClrFunction : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly Caller _caller;

    private ClrFunction(AssemblyLoadContext context, Caller caller)
    {
        _context = context;
        _caller = caller;
    }

    private delegate void FillRow<T>(object row, out T outcome);

    /// <summary>Loads an assembly; to be disposed of, which unloads it.</summary>
    public static ClrFunction Load(ClrAssembly assembly)
    {
        var context = new AssemblyLoadContext(assembly.Names.Assembly, isCollectible: true);
        var loaded = Load(context, assembly.Bytes);
        return new ClrFunction(
            context,
            new Caller(loaded, ClrSource.ClassName, assembly.Published.Coding.NamedColumns)
        );
    }

    /// <summary>What the coding makes of a row that has its columns.</summary>
    public ClrResult Evaluate(Row row) => _caller.Call(row);

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    /// <summary>Loads an assembly from its bytes.</summary>
    internal static Assembly Load(AssemblyLoadContext context, ImmutableArray<byte> bytes)
    {
        using var stream = new MemoryStream(ImmutableCollectionsMarshal.AsArray(bytes)!, writable: false);
        return context.LoadFromStream(stream);
    }

    /// <summary>Calls the function of one class.</summary>
    internal sealed class Caller
    {
        private const string FillMethod = "FillRow";

        private readonly ValueList<Column> _columns;
        private readonly MethodInvoker _outcome;
        private readonly Func<object, Result> _read;

        /// <summary>A caller of a class.</summary>
        public Caller(Assembly assembly, string className, ValueList<Column> columns)
        {
            var type = assembly.GetType($"{ClrSource.Namespace}.{className}", throwOnError: true)!;
            _columns = columns;
            _outcome = MethodInvoker.Create(type.GetMethod(CodingClass.Method)!);
            _read = Reader(type.GetMethod(FillMethod)!);
        }

        /// <summary>Calls it.</summary>
        public ClrResult Call(Row row)
        {
            var arguments = new object?[_columns.Count];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = Parameter(_columns[i].Type, row[_columns[i]]);
            }

            try
            {
                return new ClrResult(Read((IEnumerable)_outcome.Invoke(null, arguments.AsSpan())!), NotEvaluated: null);
            }
            catch (ArgumentException exception) when (exception.GetType() == typeof(ArgumentException))
            {
                return new ClrResult(Result: default, exception.Message);
            }
        }

        private Result Read(IEnumerable rows)
        {
            var result = Result.NotKept;
            foreach (var row in rows)
            {
                result = result.IsKept
                    ? throw new InvalidOperationException("The function returns two rows.")
                    : _read(row!);
            }

            return result;
        }

        /// <summary>Reads a row of the function as SQL Server does, through the method that fills its one column.</summary>
        private static Func<object, Result> Reader(MethodInfo fill)
        {
            var outcome = fill.GetParameters()[1].ParameterType.GetElementType();
            if (outcome == typeof(SqlInt32))
            {
                return Reader<SqlInt32>(
                    fill,
                    LabelType.Integer,
                    value => value.Value.ToString(CultureInfo.InvariantCulture)
                );
            }

            return outcome == typeof(SqlBoolean)
                ? Reader<SqlBoolean>(fill, LabelType.Bit, value => value.IsTrue ? "1" : "0")
                : Reader<SqlString>(fill, LabelType.Text, value => value.Value);
        }

        private static Func<object, Result> Reader<T>(MethodInfo fill, LabelType type, Func<T, string> write)
            where T : INullable
        {
            var call = fill.CreateDelegate<FillRow<T>>();
            return row =>
            {
                call(row, out var outcome);
                return Result.Kept(outcome.IsNull ? null : write(outcome), type);
            };
        }

        private static object? Parameter(SqlType type, SqlValue value) =>
            type.ToString() switch
            {
                "tinyint" => value.IsNull ? SqlByte.Null : new SqlByte((byte)value.Integer),
                "smallint" => value.IsNull ? SqlInt16.Null : new SqlInt16((short)value.Integer),
                "int" => value.IsNull ? SqlInt32.Null : new SqlInt32((int)value.Integer),
                "bigint" => value.IsNull ? SqlInt64.Null : new SqlInt64(value.Integer),
                "smalldatetime" or "datetime" => value.Moment is { } moment
                    ? new SqlDateTime(moment)
                    : SqlDateTime.Null,
                _ when type is TemporalType => value.Moment,
                _ when type is DecimalType => value.Decimal is { } number ? new SqlDecimal(number) : SqlDecimal.Null,
                _ => value.IsNull ? SqlString.Null : new SqlString(value.Text),
            };
    }
}
