// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/dialect.h"
#include "core/code/helper_functions.h"
#include "core/code/spellings.h"
#include "core/operations/table.h"

#include <QTest>

#include <array>
#include <string>

using namespace sluice;

namespace {

struct NamedDialect
{
    const char* name;
    const Dialect* dialect;
};

std::array<NamedDialect, 5> allDialects()
{
    return {{{"tensorflow1", &tensorflow1Dialect()},
             {"tensorflow", &tensorflowDialect()},
             {"keras", &kerasDialect()},
             {"pytorch", &pytorchDialect()},
             {"jax", &jaxDialect()}}};
}

/// The operands that a spelling has places for.
std::array<std::size_t, Node::maximumArity> placesIn(std::string_view spelling)
{
    std::array<std::size_t, Node::maximumArity> places{};
    for (std::size_t i = spelling.find('$'); i != std::string_view::npos; i = spelling.find('$', i + 1)) {
        char mark = spelling.at(i + 1);
        if (mark == 'A' || mark == 'T' || mark == 'F' || mark == 'B')
            mark = spelling.at(i + 2);
        if (mark != 'x')
            ++places.at(static_cast<std::size_t>(mark - '0'));
    }
    return places;
}

/// What is called by a bare name: a function that the file must define.
std::string bareCall(std::string_view spelling)
{
    const std::string name(spelling.substr(0, spelling.find('(')));
    return spelling.starts_with('$') || spelling.starts_with('-') || name.find('.') != std::string::npos
               ? std::string()
               : name;
}

} // namespace

/// How operations are spelt in the frameworks.
class TestDialect : public QObject
{
    Q_OBJECT

private slots:
    void everyOperationIsSpeltEverywhere_data()
    {
        QTest::addColumn<const Operation*>("row");
        QTest::addColumn<const Dialect*>("dialect");
        for (const auto& [name, dialect] : allDialects())
            for (const Operation* row : allOperations())
                if (row->role == Role::elementwise)
                    QTest::addRow("%s in %s", std::string(row->name).c_str(), name) << row << dialect;
    }
    void everyOperationIsSpeltEverywhere()
    {
        QFETCH(const Operation*, row);
        QFETCH(const Dialect*, dialect);
        const std::string_view both = spellingOf(*row, *dialect);
        QVERIFY(!both.empty());
        const std::size_t bar = std::min(both.find('|'), both.size());
        for (const std::string_view spelling :
             {both.substr(0, bar), both.substr(std::min(bar + 1, both.size()))}) {
            if (spelling.empty())
                continue;
            const auto places = placesIn(spelling);
            for (std::size_t k = 0; k < places.size(); ++k)
                QCOMPARE(places.at(k), std::size_t(k < row->arity ? 1 : 0));
            if (const std::string name = bareCall(spelling); !name.empty()) {
                QVERIFY2(!helperNamed(name, *dialect).empty(), name.c_str());
                QVERIFY(isHelperName(name));
            }
        }
    }

    void helpersDefineWhatTheyAreCalled_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"surrogate", "replaced_gradient", "heaviside", "tanh_slope", "normal_cdf"})
            QTest::newRow(name) << name;
    }
    void helpersDefineWhatTheyAreCalled()
    {
        QFETCH(QString, name);
        for (const auto& [target, dialect] : allDialects()) {
            const std::string definition(helperNamed(name.toStdString(), *dialect));
            if (definition.empty())
                continue; // The framework has its own.
            const bool isFunction = definition.find("def " + name.toStdString() + "(") != std::string::npos;
            const bool isAssigned = definition.find("\n" + name.toStdString() + " = ") != std::string::npos;
            QVERIFY2(isFunction || isAssigned, target);
        }
    }

    void leavesHaveNoSpelling()
    {
        for (const Operation* row : allOperations())
            if (row->role != Role::elementwise)
                QVERIFY(spellingOf(*row, jaxDialect()).empty());
    }
};

QTEST_APPLESS_MAIN(TestDialect)
#include "tst_dialect.moc"
