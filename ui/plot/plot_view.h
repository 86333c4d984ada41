// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"
#include "ui/plot/view_history.h"
#include "ui/theme.h"

#include <QPointF>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QCustomPlot;

namespace sluice {

class Figure;
class Crosshair;
class Pane;
class PlotCanvas;

/// The figure on the screen: zoomed with the wheel, panned by dragging, fitted by a double click, read with a
/// crosshair.
class PlotView : public QWidget
{
    Q_OBJECT

public:
    explicit PlotView(QWidget* parent = nullptr);
    ~PlotView() override;

    /// Shows new content. What the user has zoomed into stays, as long as the sweep is the same.
    void showFigure(FigureContent content);
    /// What is shown, with the visibility that clicks in the legend have changed.
    [[nodiscard]] const FigureContent& figure() const;

    void setTheme(const Theme& theme);
    /// Draws as fast as possible, while a slider is dragged.
    void setQuick(bool quick);
    /// Larger type, in pixels; smaller where it is negative.
    void setTextEnlargement(int pixels);
    /// Pales the picture: it is the last good one, not that of the text.
    void setDim(bool dim);
    [[nodiscard]] bool isDim() const;

    /// What is drawn of the curves, and what the lower plot shows of the gradient.
    [[nodiscard]] const FigureView& view() const { return m_view; }
    void setView(const FigureView& view);

    /// Shows all of the curves.
    void fit();
    /// To the ranges that were shown before, and forward again.
    void goBack();
    void goForward();
    [[nodiscard]] bool hasBack() const { return m_history.hasBack() || m_settled.isActive(); }
    [[nodiscard]] bool hasForward() const { return m_history.hasForward(); }
    /// Chooses the crosshair's point; where there is none, puts it in the middle first.
    void chooseCursor();
    [[nodiscard]] bool isZoomed() const { return m_zoomed; }
    /// Puts the crosshair at the point of the sweep nearest to x, or takes it away.
    void setCursor(std::optional<double> x);
    using QWidget::setCursor;
    /// What the crosshair reads, a line a curve: first the forward plot's, then the gradient plot's.
    [[nodiscard]] QStringList readout() const;

    [[nodiscard]] QSize sizeHint() const override { return {640, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 200}; }
    /// The widget that draws and takes the mouse.
    [[nodiscard]] QCustomPlot& canvas() const;
    /// Where the legend has this variant's entry, in the canvas's pixels.
    [[nodiscard]] QRectF legendEntry(int variant) const;

signals:
    /// The crosshair is at this point of the sweep.
    void cursorMoved(double x);
    void cursorLeft();
    void visibilityChanged(int variant, bool visible);
    /// Another view, or other content.
    void viewChanged();
    void historyChanged();
    /// A click into one of the plots, at the point of the sweep nearest to it; on the mark of a sample that
    /// is not finite, NaN at its point.
    void valueClicked(double x, double value);
    void gradientClicked(double x, double gradient);
    /// By keyboard: the crosshair's point.
    void cursorChosen(double x);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Veil;

    void connectInteractions();
    void connectClicks();
    /// What the mouse points at.
    struct Aim
    {
        const Pane* pane = nullptr;
        double x = 0.0;
        bool isAtMark = false;
    };
    [[nodiscard]] std::optional<Aim> aimAt(const QPointF& pixel) const;
    void moveCursorTo(const QPointF& pixel);
    [[nodiscard]] Qt::CursorShape cursorShapeAt(const QPointF& pixel) const;
    void takeClick(const QPointF& pixel);
    void stepCursor(int points);
    void zoom(double factor);
    void toggle(int variant);
    void fitCurves();
    void fitWhileQuick();
    void noteRanges();
    void remember();
    void restore(const std::optional<ShownRanges>& ranges);
    [[nodiscard]] ShownRanges shownRanges() const;
    void replotLater();

    PlotCanvas* m_plot = nullptr;
    std::unique_ptr<Figure> m_figure;
    FigureView m_view;
    ViewHistory m_history;
    /// A wheel's or a drag's many ranges are one view, once they have come to rest.
    QTimer m_settled;
    Crosshair* m_crosshair = nullptr;
    Veil* m_veil = nullptr;
    /// The user has chosen the ranges.
    bool m_zoomed = false;
    bool m_quick = false;
    /// The ranges are being changed by the program.
    bool m_fitting = false;
    /// Where the left button went down outside of the legend, until it goes up again.
    std::optional<QPointF> m_pressed;
    /// A click counts once it can't become a double click any more.
    QTimer m_click;
};

} // namespace sluice
