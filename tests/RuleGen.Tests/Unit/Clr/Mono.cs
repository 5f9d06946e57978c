using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Clr;

/// <summary>
/// Debian's mono, which loads assemblies of .NET Framework as the server's host does. A small program, compiled for the
/// same Framework, calls the functions of an assembly for rows that it reads, and writes what they return.
/// </summary>
internal static class Mono
{
    private const string Driver = """
        using System;
        using System.Collections;
        using System.Data.SqlTypes;
        using System.Globalization;
        using System.Reflection;
        using System.Text;

        public static class Driver
        {
            public static void Main(string[] arguments)
            {
                Assembly assembly = Assembly.LoadFrom(arguments[0]);
                string line;
                while ((line = Console.In.ReadLine()) != null)
                {
                    string[] parts = line.Split(' ');
                    Type type = assembly.GetType("RuleGen." + parts[0], true);
                    Console.Out.WriteLine(Call(type, parts));
                }
            }

            private static string Call(Type type, string[] parts)
            {
                MethodInfo outcome = type.GetMethod("Outcome");
                ParameterInfo[] parameters = outcome.GetParameters();
                object[] values = new object[parameters.Length];
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = Value(parameters[i].ParameterType, parts[i + 1]);
                }

                try
                {
                    string answer = "-";
                    foreach (object row in (IEnumerable)outcome.Invoke(null, values))
                    {
                        object[] filled = { row, null };
                        type.GetMethod("FillRow").Invoke(null, filled);
                        answer = Write((INullable)filled[1]);
                    }

                    return answer;
                }
                catch (TargetInvocationException exception)
                {
                    return exception.InnerException.GetType() == typeof(ArgumentException)
                        ? "?"
                        : exception.InnerException.ToString().Replace('\n', ' ');
                }
            }

            private static string Write(INullable outcome)
            {
                if (outcome.IsNull)
                {
                    return "N";
                }

                if (outcome is SqlBoolean)
                {
                    return ((SqlBoolean)outcome).IsTrue ? "B1" : "B0";
                }

                return outcome is SqlInt32
                    ? "I" + ((SqlInt32)outcome).Value.ToString(CultureInfo.InvariantCulture)
                    : "T" + Write(((SqlString)outcome).Value);
            }

            private static object Value(Type type, string text)
            {
                if (type == typeof(DateTime?))
                {
                    return text == "N" ? (object)null : new DateTime(Number(text));
                }

                if (text == "N")
                {
                    return type.GetField("Null").GetValue(null);
                }

                if (type == typeof(SqlString))
                {
                    return new SqlString(Read(text.Substring(1)));
                }

                if (type == typeof(SqlDecimal))
                {
                    return new SqlDecimal(decimal.Parse(text.Substring(1), CultureInfo.InvariantCulture));
                }

                long number = Number(text);
                return type == typeof(SqlDateTime) ? (object)new SqlDateTime(new DateTime(number))
                    : type == typeof(SqlByte) ? (object)new SqlByte((byte)number)
                    : type == typeof(SqlInt16) ? (object)new SqlInt16((short)number)
                    : type == typeof(SqlInt32) ? (object)new SqlInt32((int)number)
                    : new SqlInt64(number);
            }

            private static long Number(string text)
            {
                return long.Parse(text.Substring(1), CultureInfo.InvariantCulture);
            }

            private static string Read(string digits)
            {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < digits.Length; i += 4)
                {
                    text.Append((char)int.Parse(digits.Substring(i, 4), NumberStyles.HexNumber));
                }

                return text.ToString();
            }

            private static string Write(string text)
            {
                StringBuilder digits = new StringBuilder();
                foreach (char character in text)
                {
                    digits.Append(((int)character).ToString("X4"));
                }

                return digits.ToString();
            }
        }
        """;

    /// <summary>What functions make of rows; null where one does not answer. Skips the test where there is no mono.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="rows">Rows, each with its function's class and the columns that are the function's parameters.</param>
    public static IReadOnlyList<Result?> Run(
        ImmutableArray<byte> assembly,
        IEnumerable<(string Class, ValueList<Column> Columns, Row Row)> rows
    )
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["functions.dll"], [.. assembly]);
        File.WriteAllBytes(folder["driver.exe"], [.. FrameworkCode.Compile(Driver, OutputKind.ConsoleApplication)]);
        using var mono = Start(folder["driver.exe"], folder["functions.dll"]);
        var errors = mono.StandardError.ReadToEndAsync();
        var input = Task.Run(() =>
        {
            using var writer = mono.StandardInput;
            foreach (var (name, columns, row) in rows)
            {
                writer.Write($"{name} {string.Join(' ', columns.Select(column => Write(row[column])))}".Trim() + "\n");
            }
        });
        var output = mono.StandardOutput.ReadToEnd();
        if (errors.GetAwaiter().GetResult() is { Length: > 0 } error)
        {
            // Without it, System.Data is a package of its own.
            Assume.That(error, Does.Not.Contain("System.Data, Version"), "apt-get install libmono-system-data4.0-cil");
            Assert.Fail(error);
        }

        input.GetAwaiter().GetResult();
        mono.WaitForExit();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    private static Process Start(params string[] arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo("mono", arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
        }
        catch (Win32Exception)
        {
            throw new IgnoreException("mono is not on PATH: apt-get install mono-runtime libmono-system-data4.0-cil");
        }
    }

    private static string Write(SqlValue value) =>
        value.IsNull ? "N"
        : value.Moment is { } moment ? "I" + moment.Ticks.ToString(CultureInfo.InvariantCulture)
        : value.Decimal is { } number ? "I" + number.ToString(CultureInfo.InvariantCulture)
        : value.IsInteger ? "I" + value.Integer.ToString(CultureInfo.InvariantCulture)
        : "T" + string.Concat(value.Text!.Select(each => ((int)each).ToString("X4", CultureInfo.InvariantCulture)));

    private static Result? Read(string answer) =>
        answer switch
        {
            "?" => null,
            "-" => Result.NotKept,
            "N" => new Result(IsKept: true, Outcome: null),
            ['I', .. var digits] => Result.Kept(digits, LabelType.Integer),
            ['B', .. var digits] => Result.Kept(digits, LabelType.Bit),
            ['T', .. var digits] => new Result(
                IsKept: true,
                string.Concat(digits.Chunk(4).Select(code => (char)Convert.ToInt32(new string(code), 16)))
            ),
            _ => throw new InvalidOperationException($"A function throws on mono: {answer}"),
        };
}
