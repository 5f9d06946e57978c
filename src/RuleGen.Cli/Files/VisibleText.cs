using Spectre.Console;
using Spectre.Console.Rendering;

namespace RuleGen.Cli.Files;

/// <summary>
/// Makes the texts in tables visible as <see cref="VisibleWriter"/> does, which a console's own colours cannot pass.
/// </summary>
internal sealed class VisibleText : IRenderHook
{
    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(renderable => new Shown(renderable));

    private sealed class Shown(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            inner
                .Render(options, maxWidth)
                .Select(segment =>
                    segment.IsControlCode || segment.IsLineBreak
                        ? segment
                        : new Segment(VisibleWriter.Show(segment.Text), segment.Style)
                );
    }
}
