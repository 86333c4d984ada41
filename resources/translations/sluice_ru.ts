<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message>
        <source> = 0 or </source>
        <translation> = 0 или </translation>
    </message>
</context>
<context>
    <name>DerivationFormula</name>
    <message>
        <source>%1 more</source>
        <translation>ещё %1</translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>if </source>
        <translation>если </translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>иначе</translation>
    </message>
    <message>
        <source>[stopped: %1]</source>
        <translation>[остановлено: %1]</translation>
    </message>
    <message>
        <source>[noisy: %1]</source>
        <translation>[зашумлено: %1]</translation>
    </message>
    <message>
        <source>[noise-free: %1]</source>
        <translation>[без шума: %1]</translation>
    </message>
    <message>
        <source>{%1 if %2, otherwise %3}</source>
        <translation>{%1, если %2, иначе %3}</translation>
    </message>
</context>
<context>
    <name>GateItem</name>
    <message>
        <source>No gate: the value passes, and the gradient flows back through %1.</source>
        <translation>Затвора нет: значение проходит, и градиент идёт назад через %1.</translation>
    </message>
    <message>
        <source>stop_gradient: the value passes, no gradient flows back through %1.</source>
        <translation>stop_gradient: значение проходит, градиент назад через %1 не идёт.</translation>
    </message>
    <message>
        <source>clean: forward noisy, backward as if the noise were at its nominal value.</source>
        <translation>clean: вперёд с шумом, назад — как если бы шум был равен номинальному значению.</translation>
    </message>
    <message>
        <source>It changes nothing here.</source>
        <translation>Здесь он ничего не меняет.</translation>
    </message>
    <message>
        <source>It changes nothing here: %1</source>
        <translation>Здесь он ничего не меняет: %1</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>the loss can&apos;t become the output of this text</source>
        <translation>функция потерь не может стать выходом этого текста</translation>
    </message>
    <message>
        <source>the loss `%1`, column %2: %3</source>
        <translation>функция потерь `%1`, столбец %2: %3</translation>
    </message>
    <message>
        <source>the loss `%1`: %2</source>
        <translation>функция потерь `%1`: %2</translation>
    </message>
    <message>
        <source>the loss `%1`, column %2: a loss is one expression, without `%3`; write further statements into the text</source>
        <translation>функция потерь `%1`, столбец %2: это должно быть одно выражение, без `%3`; остальные инструкции пишите в тексте</translation>
    </message>
    <message>
        <source>the loss `%1`, column %2: a loss is one expression, without `%3`; it gets a name of its own, and == compares</source>
        <translation>функция потерь `%1`, столбец %2: это должно быть одно выражение, без `%3`; имя она получит сама, а для сравнения служит ==</translation>
    </message>
    <message>
        <source>the target of a squared error must be a finite number</source>
        <translation>цель квадрата отклонения должна быть конечным числом</translation>
    </message>
    <message>
        <source>the output `%1` has no name that a new line could use; assign it to one, as in z = ...</source>
        <translation>у выхода `%1` нет имени, к которому могла бы обратиться новая строка; присвойте его имени, например z = ...</translation>
    </message>
    <message>
        <source>the loss is one expression, on one line</source>
        <translation>функция потерь — одно выражение в одной строке</translation>
    </message>
    <message>
        <source>the text has no input or parameter named `%1` to map over</source>
        <translation>в тексте нет входа или параметра `%1`, по которому можно построить карту</translation>
    </message>
    <message>
        <source>a map needs a variant and at least one cell</source>
        <translation>для карты нужны вариант и хотя бы одна ячейка</translation>
    </message>
    <message>
        <source>%1 samples do not fit in memory; this takes at most %2</source>
        <translation>столько реализаций не помещается в память (%1); здесь их может быть не больше %2</translation>
    </message>
    <message>
        <source>the text has no input or parameter named `%1` to differentiate by</source>
        <translation>в тексте нет входа или параметра `%1`, по которому можно дифференцировать</translation>
    </message>
    <message>
        <source>the archive of the draws can&apos;t be made: %1</source>
        <translation>не удалось создать архив с реализациями шума: %1</translation>
    </message>
    <message>
        <source>rules of custom gradients are nested more than %1 deep, which can&apos;t be written in Python: use fewer</source>
        <translation>вложенность правил custom_gradient больше %1, на Python так не записать: сделайте её меньше</translation>
    </message>
    <message>
        <source>the text has no noise source named `%1`</source>
        <translation>в тексте нет источника шума `%1`</translation>
    </message>
    <message>
        <source>the noise source `%1` is given %2 draws for %3 points; give one a point</source>
        <translation>у источника шума `%1` значений: %2, а точек: %3; задайте по одному на точку</translation>
    </message>
    <message>
        <source>the sweep needs at least 1 point</source>
        <translation>развёртке нужна хотя бы 1 точка</translation>
    </message>
    <message>
        <source>%1 points are too many; a sweep has at most %2</source>
        <translation>слишком много точек (%1); в развёртке их может быть не больше %2</translation>
    </message>
    <message>
        <source>at least 1 sample is needed</source>
        <translation>нужна хотя бы 1 реализация</translation>
    </message>
    <message>
        <source>the ends of the sweep must be finite numbers</source>
        <translation>концы развёртки должны быть конечными числами</translation>
    </message>
    <message>
        <source>the difference step must be a finite number above 0</source>
        <translation>шаг разности должен быть конечным числом больше 0</translation>
    </message>
    <message>
        <source>the sweep is too wide: its ends are further apart than the largest number</source>
        <translation>развёртка слишком широка: расстояние между её концами больше наибольшего числа</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>%1 must be %2, not %3</source>
        <translation>ключ %1: ожидается %2, а стоит %3</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>строка в кавычках</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>конечное число</translation>
    </message>
    <message>
        <source>a whole number from %1</source>
        <translation>целое число от %1</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 или %2</translation>
    </message>
    <message>
        <source>a list of gates</source>
        <translation>список затворов</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>a list of objects with &quot;name&quot; and &quot;gates&quot;</source>
        <translation>список объектов с ключами &quot;name&quot; и &quot;gates&quot;</translation>
    </message>
    <message>
        <source>a variant has an unknown key %1</source>
        <translation>у варианта неизвестный ключ %1</translation>
    </message>
    <message>
        <source>two variants are &quot;selected&quot;; at most one can be</source>
        <translation>ключ &quot;selected&quot; есть у двух вариантов, а может быть не больше чем у одного</translation>
    </message>
    <message>
        <source>a list of layers</source>
        <translation>список слоёв</translation>
    </message>
    <message>
        <source>the plots have no layer %1</source>
        <translation>на графиках нет слоя %1</translation>
    </message>
    <message>
        <source>an object with &quot;layers&quot;, &quot;lower&quot; and &quot;target&quot;</source>
        <translation>объект с ключами &quot;layers&quot;, &quot;lower&quot; и &quot;target&quot;</translation>
    </message>
    <message>
        <source>the plots have an unknown key %1</source>
        <translation>у графиков неизвестный ключ %1</translation>
    </message>
    <message>
        <source>an object of numbers by name</source>
        <translation>объект с числами по именам</translation>
    </message>
    <message>
        <source>a number greater than 0</source>
        <translation>число больше 0</translation>
    </message>
    <message>
        <source>unknown key %1; was the file written by a newer Sluice?</source>
        <translation>неизвестный ключ %1; возможно, файл записан более новой версией Sluice</translation>
    </message>
    <message>
        <source>brackets are nested deeper than in any experiment file</source>
        <translation>вложенность скобок больше, чем бывает в файле эксперимента</translation>
    </message>
    <message>
        <source>an experiment file has at most 16 MiB</source>
        <translation>файл эксперимента не может быть больше 16 МиБ</translation>
    </message>
    <message>
        <source>line %1, column %2: the file ends too early, it is no complete JSON</source>
        <translation>строка %1, столбец %2: файл обрывается, это неполный JSON</translation>
    </message>
    <message>
        <source>line %1, column %2: here the file stops being valid JSON</source>
        <translation>строка %1, столбец %2: отсюда файл перестаёт быть правильным JSON</translation>
    </message>
    <message>
        <source>a number is out of range</source>
        <translation>число вне допустимых пределов</translation>
    </message>
    <message>
        <source>this is no experiment of Sluice: it has no key &quot;sluice&quot; with the version of the format</source>
        <translation>это не эксперимент Sluice: в нём нет ключа &quot;sluice&quot; с версией формата</translation>
    </message>
    <message>
        <source>the version of the file format is %1, this Sluice reads version %2</source>
        <translation>версия формата файла — %1, а эта программа читает версию %2</translation>
    </message>
    <message>
        <source>this is no experiment of Sluice: it must be a JSON object, not %1</source>
        <translation>это не эксперимент Sluice: нужен объект JSON, а здесь %1</translation>
    </message>
    <message>
        <source>the key &quot;text&quot; with the expression is missing</source>
        <translation>нет ключа &quot;text&quot; с выражением</translation>
    </message>
    <message>
        <source>the output does not depend on %1</source>
        <translation>выход не зависит от %1</translation>
    </message>
    <message>
        <source>%1 does not depend on %2, so no gradient flows through it</source>
        <translation>%1 не зависит от %2, поэтому градиент через это место не идёт</translation>
    </message>
    <message>
        <source>no noise reaches %1, so there is nothing to clean</source>
        <translation>до %1 шум не доходит, так что очищать нечего</translation>
    </message>
    <message>
        <source>the gradient is the same without it</source>
        <translation>без него градиент тот же</translation>
    </message>
    <message>
        <source>a gate is written PLACE=stop or PLACE=clean</source>
        <translation>затвор записывается как МЕСТО=stop или МЕСТО=clean</translation>
    </message>
    <message>
        <source>the text has no place or use `%1`</source>
        <translation>в тексте нет места или использования `%1`</translation>
    </message>
    <message>
        <source>%1 samples are too many; take at most %2</source>
        <translation>слишком много реализаций (%1); их может быть не больше %2</translation>
    </message>
    <message>
        <source>the graph has more than %1 nodes</source>
        <translation>в графе слишком много узлов: больше %1</translation>
    </message>
    <message>
        <source>`%1` works on the bits of whole numbers; here values are real numbers: multiply conditions for &quot;and&quot;, take their `maximum` for &quot;or&quot;</source>
        <translation>`%1` работает с битами целых чисел, а здесь значения вещественные: вместо «и» умножайте условия, вместо «или» берите их `maximum`</translation>
    </message>
    <message>
        <source>`%1` works on the bits of whole numbers: a power is written `a**b`</source>
        <translation>`%1` работает с битами целых чисел: степень пишется `a**b`</translation>
    </message>
    <message>
        <source>`%1` is not in the language: write `a - b*floor(a/b)`</source>
        <translation>`%1` нет в языке: пишите `a - b*floor(a/b)`</translation>
    </message>
    <message>
        <source>`%1` is not in the language: write `floor(a/b)`</source>
        <translation>`%1` нет в языке: пишите `floor(a/b)`</translation>
    </message>
    <message>
        <source>`%1` multiplies matrices; here every value is a single number: write `a*b`</source>
        <translation>`%1` умножает матрицы, а здесь каждое значение — одно число: пишите `a*b`</translation>
    </message>
    <message>
        <source>this is nested deeper than %1 levels: give its parts names of their own, a line each</source>
        <translation>глубина вложенности больше %1: дайте частям собственные имена, каждой в своей строке</translation>
    </message>
    <message>
        <source>unpacking with `*` is not in the language</source>
        <translation>распаковки через `*` нет в языке</translation>
    </message>
    <message>
        <source>`:=` is not in the language: write the assignment on a line of its own</source>
        <translation>`:=` нет в языке: запишите присваивание отдельной строкой</translation>
    </message>
    <message>
        <source>`else` after `a if condition`</source>
        <translation>`else` после `a if condition`</translation>
    </message>
    <message>
        <source>`a if condition else b` is not in the language: write `where(condition, a, b)`</source>
        <translation>`a if condition else b` нет в языке: пишите `where(condition, a, b)`</translation>
    </message>
    <message>
        <source>`:` after the parameters of `lambda`</source>
        <translation>`:` после параметров `lambda`</translation>
    </message>
    <message>
        <source>parameters are plain names here, with or without a default: %1 is not in the language</source>
        <translation>параметры здесь — просто имена, со значением по умолчанию или без: %1 нет в языке</translation>
    </message>
    <message>
        <source>the name of a parameter</source>
        <translation>имя параметра</translation>
    </message>
    <message>
        <source>there are two parameters with the name %1</source>
        <translation>два параметра названы одинаково: %1</translation>
    </message>
    <message>
        <source>a parameter without default can&apos;t follow one with a default</source>
        <translation>параметр без значения по умолчанию не может стоять после параметра с таким значением</translation>
    </message>
    <message>
        <source>`or` is not in the language: write `maximum(a, b)` of two conditions</source>
        <translation>`or` нет в языке: для двух условий пишите `maximum(a, b)`</translation>
    </message>
    <message>
        <source>`and` is not in the language: multiply two conditions, as in `(a &gt; 0)*(b &gt; 0)`</source>
        <translation>`and` нет в языке: перемножьте два условия, например `(a &gt; 0)*(b &gt; 0)`</translation>
    </message>
    <message>
        <source>`not` is not in the language: write `1 - condition`</source>
        <translation>`not` нет в языке: пишите `1 - condition`</translation>
    </message>
    <message>
        <source>`in` after `not`</source>
        <translation>`in` после `not`</translation>
    </message>
    <message>
        <source>%1 is not in the language: compare numbers with `==` or `&lt;`</source>
        <translation>%1 нет в языке: сравнивайте числа с помощью `==` или `&lt;`</translation>
    </message>
    <message>
        <source>comparisons in a chain are not in the language: multiply two of them, as in `(0 &lt; x)*(x &lt; 1)`</source>
        <translation>цепочек сравнений нет в языке: перемножьте два сравнения, например `(0 &lt; x)*(x &lt; 1)`</translation>
    </message>
    <message>
        <source>`~` is not in the language: write `1 - condition`</source>
        <translation>`~` нет в языке: пишите `1 - condition`</translation>
    </message>
    <message>
        <source>%1 is not in the language</source>
        <translation>%1 нет в языке</translation>
    </message>
    <message>
        <source>comprehensions are not in the language: write the values out, or use a `for` loop over `range`</source>
        <translation>генераторов списков нет в языке: выпишите значения или возьмите цикл `for` по `range`</translation>
    </message>
    <message>
        <source>a name after `.`</source>
        <translation>имя после `.`</translation>
    </message>
    <message>
        <source>`...` stands for what was left out: write it out</source>
        <translation>`...` стоит вместо пропущенного: выпишите его</translation>
    </message>
    <message>
        <source>an expression</source>
        <translation>выражение</translation>
    </message>
    <message>
        <source>`,` or `]`</source>
        <translation>`,` или `]`</translation>
    </message>
    <message>
        <source>`,` or `}`</source>
        <translation>`,` или `}`</translation>
    </message>
    <message>
        <source>sets are not in the language: a feed is written `{x: [-1, 1]}`</source>
        <translation>множеств нет в языке: подставляемые значения пишутся `{x: [-1, 1]}`</translation>
    </message>
    <message>
        <source>`,` or `)`</source>
        <translation>`,` или `)`</translation>
    </message>
    <message>
        <source>slices are not in the language: every value is a single number, computed at each point</source>
        <translation>срезов нет в языке: каждое значение — одно число, вычисляемое в каждой точке</translation>
    </message>
    <message>
        <source>write its computation as assignments, or as a function with `def`</source>
        <translation>запишите вычисление присваиваниями или функцией с `def`</translation>
    </message>
    <message>
        <source>write `for i in range(n):` with a known number of rounds</source>
        <translation>пишите `for i in range(n):` с известным числом повторений</translation>
    </message>
    <message>
        <source>choose between two values with `where(condition, a, b)`</source>
        <translation>выбирайте из двух значений с помощью `where(condition, a, b)`</translation>
    </message>
    <message>
        <source>write its lines without it</source>
        <translation>запишите эти строки без него</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>уберите это</translation>
    </message>
    <message>
        <source>let the loop run to its end</source>
        <translation>дайте циклу дойти до конца</translation>
    </message>
    <message>
        <source>return the value from the function instead</source>
        <translation>вместо этого верните значение из функции</translation>
    </message>
    <message>
        <source>`%1` is not in the language: %2</source>
        <translation>`%1` нет в языке: %2</translation>
    </message>
    <message>
        <source>%1 makes one number of many, but here every value is a single number at each point: leave it out (only directly around what is differentiated a sum or mean may stand)</source>
        <translation>%1 сводит много чисел к одному, а здесь каждое значение в каждой точке — одно число: уберите это (сумма или среднее может стоять только прямо вокруг того, что дифференцируется)</translation>
    </message>
    <message>
        <source>%1 works on matrices, but here every value is a single number: write a product with `*`</source>
        <translation>%1 работает с матрицами, а здесь каждое значение — одно число: произведение пишется через `*`</translation>
    </message>
    <message>
        <source>an empty tensor</source>
        <translation>пустой тензор</translation>
    </message>
    <message>
        <source>a shape</source>
        <translation>форма тензора</translation>
    </message>
    <message>
        <source>a random key</source>
        <translation>ключ генератора случайных чисел</translation>
    </message>
    <message>
        <source>a seed generator</source>
        <translation>генератор начальных значений</translation>
    </message>
    <message>
        <source>a session</source>
        <translation>сессия</translation>
    </message>
    <message>
        <source>a gradient tape</source>
        <translation>лента градиента</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>устройство</translation>
    </message>
    <message>
        <source>an optimizer</source>
        <translation>оптимизатор</translation>
    </message>
    <message>
        <source>an initializer</source>
        <translation>инициализатор</translation>
    </message>
    <message>
        <source>a context</source>
        <translation>контекст</translation>
    </message>
    <message>
        <source>a value fetched from the session</source>
        <translation>значение, полученное из сессии</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>массив NumPy</translation>
    </message>
    <message>
        <source>%1 is written otherwise here: `custom_gradient(v, lambda g: 2*g)` is v, and what flows back to v is this expression of the upstream gradient g</source>
        <translation>%1 здесь пишется иначе: `custom_gradient(v, lambda g: 2*g)` — это v, а назад к v идёт это выражение от приходящего градиента g</translation>
    </message>
    <message>
        <source>%1 is not read here: with a rate of 0.5 it is `v*bernoulli(1 - 0.5)/(1 - 0.5)`</source>
        <translation>%1 здесь не читается: при доле 0.5 это `v*bernoulli(1 - 0.5)/(1 - 0.5)`</translation>
    </message>
    <message>
        <source>%1 is a layer: write its formula, `v + normal(0, stddev)`</source>
        <translation>%1 — это слой: запишите его формулу, `v + normal(0, stddev)`</translation>
    </message>
    <message>
        <source>%1 is a layer: call the function itself, as in `relu(v)` or `tanh(v)`</source>
        <translation>%1 — это слой: вызовите саму функцию, например `relu(v)` или `tanh(v)`</translation>
    </message>
    <message>
        <source>%1 is a layer: write its formula, with parameters such as `a = 0.5`</source>
        <translation>%1 — это слой: запишите его формулу с параметрами, например `a = 0.5`</translation>
    </message>
    <message>
        <source>%1 combines many numbers, but here every value is a single number at each point: of two, the softmax is `sigmoid(a - b)`</source>
        <translation>%1 объединяет много чисел, а здесь каждое значение в каждой точке — одно число: softmax от двух — это `sigmoid(a - b)`</translation>
    </message>
    <message>
        <source>%1 arranges tensors, but here every value is a single number at each point: leave it out</source>
        <translation>%1 перестраивает тензоры, а здесь каждое значение в каждой точке — одно число: уберите это</translation>
    </message>
    <message>
        <source>%1 makes complex numbers, but here every value is a real number</source>
        <translation>%1 создаёт комплексные числа, а здесь каждое значение — вещественное число</translation>
    </message>
    <message>
        <source>a name to import</source>
        <translation>имя для импорта</translation>
    </message>
    <message>
        <source>the name of a module</source>
        <translation>имя модуля</translation>
    </message>
    <message>
        <source>this `%1` is never closed</source>
        <translation>скобка `%1` не закрыта</translation>
    </message>
    <message>
        <source>tabs and spaces are mixed here: indent with one of them</source>
        <translation>здесь смешаны табуляции и пробелы: делайте отступы чем-то одним</translation>
    </message>
    <message>
        <source>blocks are nested deeper than %1 levels</source>
        <translation>глубина вложенности блоков больше %1</translation>
    </message>
    <message>
        <source>this line is indented like none of the blocks around it</source>
        <translation>отступ этой строки не совпадает ни с одним из окружающих блоков</translation>
    </message>
    <message>
        <source>a random generator</source>
        <translation>генератор случайных чисел</translation>
    </message>
    <message>
        <source>%1 is not among the noise sources: write `exp(normal(mean, stddev))`</source>
        <translation>%1 нет среди источников шума: пишите `exp(normal(mean, stddev))`</translation>
    </message>
    <message>
        <source>%1 is not among the noise sources: write `tan(pi*(uniform(0, 1) - 0.5))`</source>
        <translation>%1 нет среди источников шума: пишите `tan(pi*(uniform(0, 1) - 0.5))`</translation>
    </message>
    <message>
        <source>%1 is not among the noise sources: of two values, `bernoulli(p)` or `rademacher()` chooses</source>
        <translation>%1 нет среди источников шума: из двух значений выбирает `bernoulli(p)` или `rademacher()`</translation>
    </message>
    <message>
        <source>%1 is not among the noise sources, which are `uniform`, `normal`, `laplace`, `logistic`, `gumbel`, `exponential`, `bernoulli` and `rademacher`</source>
        <translation>%1 нет среди источников шума; это `uniform`, `normal`, `laplace`, `logistic`, `gumbel`, `exponential`, `bernoulli` и `rademacher`</translation>
    </message>
    <message>
        <source>complex numbers are not in the language: every value is a real number</source>
        <translation>комплексных чисел нет в языке: каждое значение — вещественное число</translation>
    </message>
    <message>
        <source>%1 is no number: write a product with `*`, as in `%2*%3`</source>
        <translation>%1 — не число: произведение пишется через `*`, например `%2*%3`</translation>
    </message>
    <message>
        <source>%1 is no number</source>
        <translation>%1 — не число</translation>
    </message>
    <message>
        <source>%1 is no number: an underscore stands between two digits</source>
        <translation>%1 — не число: знак подчёркивания может стоять только между двумя цифрами</translation>
    </message>
    <message>
        <source>%1 is no number: a whole number has no zeros in front</source>
        <translation>%1 — не число: целое число не начинается с нулей</translation>
    </message>
    <message>
        <source>write `a = a - b*floor(a/b)`</source>
        <translation>пишите `a = a - b*floor(a/b)`</translation>
    </message>
    <message>
        <source>write `a = floor(a/b)`</source>
        <translation>пишите `a = floor(a/b)`</translation>
    </message>
    <message>
        <source>write `a = a*b`</source>
        <translation>пишите `a = a*b`</translation>
    </message>
    <message>
        <source>multiply conditions</source>
        <translation>умножайте условия</translation>
    </message>
    <message>
        <source>take the `maximum` of conditions</source>
        <translation>берите `maximum` условий</translation>
    </message>
    <message>
        <source>a power is written `a = a**b`</source>
        <translation>степень пишется `a = a**b`</translation>
    </message>
    <message>
        <source>multiply by a power of two</source>
        <translation>умножайте на степень двойки</translation>
    </message>
    <message>
        <source>divide by a power of two</source>
        <translation>делите на степень двойки</translation>
    </message>
    <message>
        <source>this line is indented, but no block begins before it: remove the spaces in front</source>
        <translation>у этой строки отступ, но перед ней не начинается блок: уберите пробелы в начале</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>конец строки</translation>
    </message>
    <message>
        <source>an operator or the end of the line</source>
        <translation>знак операции или конец строки</translation>
    </message>
    <message>
        <source>`print` is a function: write `print(…)`</source>
        <translation>`print` — функция: пишите `print(…)`</translation>
    </message>
    <message>
        <source>nothing can be assigned to this: a name is expected left of `=`</source>
        <translation>этому нельзя ничего присвоить: слева от `=` должно стоять имя</translation>
    </message>
    <message>
        <source>`else` after a loop is not in the language: write its lines after the loop</source>
        <translation>`else` после цикла нет в языке: запишите эти строки после цикла</translation>
    </message>
    <message>
        <source>a function after its decorators</source>
        <translation>функция после её декораторов</translation>
    </message>
    <message>
        <source>the name of the function</source>
        <translation>имя функции</translation>
    </message>
    <message>
        <source>`(` and the function&apos;s parameters</source>
        <translation>`(` и параметры функции</translation>
    </message>
    <message>
        <source>expected an indented block after `%1`</source>
        <translation>после `%1` ожидается блок с отступом</translation>
    </message>
    <message>
        <source>%1 takes no argument, and this is one more</source>
        <translation>у %1 нет аргументов, этот лишний</translation>
    </message>
    <message>
        <source>%1 takes 1 argument, and this is one more</source>
        <translation>аргумент у %1 один, этот лишний</translation>
    </message>
    <message>
        <source>%1 takes %2 arguments, and this is one more</source>
        <translation>аргументов у %1 — %2, этот лишний</translation>
    </message>
    <message>
        <source>%1 needs 1 argument: %2 is missing</source>
        <translation>%1 требует 1 аргумент: не хватает %2</translation>
    </message>
    <message>
        <source>%1 needs %2 arguments: %3 is missing</source>
        <translation>%1: аргументов нужно %2, не хватает %3</translation>
    </message>
    <message>
        <source>unpacking with `*` is not in the language: write the arguments out</source>
        <translation>распаковки через `*` нет в языке: выпишите аргументы</translation>
    </message>
    <message>
        <source>leave it out, or write the formula</source>
        <translation>уберите его или запишите формулу</translation>
    </message>
    <message>
        <source>%1 takes no argument %2 here</source>
        <translation>%1 здесь не принимает аргумент %2</translation>
    </message>
    <message>
        <source>the argument %1 of %2 is given twice</source>
        <translation>аргумент %1 дважды передан в %2</translation>
    </message>
    <message>
        <source>a plot</source>
        <translation>график</translation>
    </message>
    <message>
        <source>%1 is not known here</source>
        <translation>имя %1 здесь неизвестно</translation>
    </message>
    <message>
        <source>this is %1, which has no %2</source>
        <translation>это %1: имени %2 здесь нет</translation>
    </message>
    <message>
        <source>%1 changes a value in place, which is not in the language: write %2</source>
        <translation>%1 изменяет значение на месте, этого нет в языке: пишите %2</translation>
    </message>
    <message>
        <source>there is no method %1</source>
        <translation>метода %1 нет</translation>
    </message>
    <message>
        <source>this is a value, not a function: a product is written with `*`</source>
        <translation>это значение, а не функция: произведение пишется через `*`</translation>
    </message>
    <message>
        <source>this is %1, which can&apos;t be called here</source>
        <translation>это %1, и вызвать это здесь нельзя</translation>
    </message>
    <message>
        <source>%1 needs an argument</source>
        <translation>%1 требует аргумент</translation>
    </message>
    <message>
        <source>`approximate` is `True`, `False`, `&quot;tanh&quot;` or `&quot;none&quot;`</source>
        <translation>`approximate` — это `True`, `False`, `&quot;tanh&quot;` или `&quot;none&quot;`</translation>
    </message>
    <message>
        <source>%1 makes one number of many, but here every value is a single number: the larger of two values is `maximum(a, b)`</source>
        <translation>%1 сводит много чисел к одному, а здесь каждое значение — одно число: большее из двух — это `maximum(a, b)`</translation>
    </message>
    <message>
        <source>`custom_gradient` needs a value and a function of its upstream gradient: %1</source>
        <translation>`custom_gradient` требует значение и функцию его приходящего градиента: %1</translation>
    </message>
    <message>
        <source>what flows back is a function of one argument, the upstream gradient: %1</source>
        <translation>назад идёт функция одного аргумента — приходящего градиента: %1</translation>
    </message>
    <message>
        <source>the rule of a custom gradient reads %1, which is assigned again after the call: Python calls the rule when all is computed, and finds that value. Give one of the two another name, or write %2</source>
        <translation>правило custom_gradient читает %1, а после вызова этому имени присваивается другое значение: Python вызывает правило, когда всё уже вычислено, и возьмёт его. Дайте одному из двух другое имя или пишите %2</translation>
    </message>
    <message>
        <source>with all functions expanded this is nested deeper than %1 levels, which is the limit</source>
        <translation>после раскрытия всех функций глубина вложенности больше предельной: %1</translation>
    </message>
    <message>
        <source>a dictionary</source>
        <translation>словарь</translation>
    </message>
    <message>
        <source>there is no function %1</source>
        <translation>функции %1 нет</translation>
    </message>
    <message>
        <source>assign something to it first, as in %1</source>
        <translation>сначала присвойте ему что-нибудь, например %1</translation>
    </message>
    <message>
        <source>there is no name %1 here</source>
        <translation>имени %1 здесь нет</translation>
    </message>
    <message>
        <source>%1 has no %2 here</source>
        <translation>имени %2 здесь нет: это %1</translation>
    </message>
    <message>
        <source>this list has no such element: take `[0]` of it</source>
        <translation>в этом списке нет такого элемента: возьмите `[0]`</translation>
    </message>
    <message>
        <source>indexing is not in the language, apart from `[0]` of a gradient: every value is a single number, computed at each point</source>
        <translation>индексов нет в языке, кроме `[0]` у градиента: каждое значение — одно число, вычисляемое в каждой точке</translation>
    </message>
    <message>
        <source>this is %1, but a value is needed here</source>
        <translation>здесь нужно значение, а это %1</translation>
    </message>
    <message>
        <source>an input needs a name of its own: write `x = …` on a line before, and x here</source>
        <translation>входу нужно собственное имя: напишите строкой выше `x = …`, а здесь x</translation>
    </message>
    <message>
        <source>this is a list of gradients: write `[0]` behind it</source>
        <translation>это список градиентов: допишите `[0]`</translation>
    </message>
    <message>
        <source>this is %1, but a value is needed here: call it, with its arguments in brackets</source>
        <translation>здесь нужно значение, а это %1: нужен вызов с аргументами в скобках</translation>
    </message>
    <message>
        <source>this is a list of numbers: make it an input with `x = tf.constant([…])`, or give a single number</source>
        <translation>это список чисел: сделайте его входом с помощью `x = tf.constant([…])` или дайте одно число</translation>
    </message>
    <message>
        <source>this is a list: every value is a single number here</source>
        <translation>это список, а здесь каждое значение — одно число</translation>
    </message>
    <message>
        <source>loops and calls of functions are expanded more than 1,000,000 times, which is the limit</source>
        <translation>циклы и вызовы функций раскрываются больше 1 000 000 раз, это предел</translation>
    </message>
    <message>
        <source>%1 needs its argument %2</source>
        <translation>%1 требует аргумент %2</translation>
    </message>
    <message>
        <source>a function that calls itself is not in the language: write a `for` loop over `range`</source>
        <translation>рекурсивных функций нет в языке: напишите цикл `for` по `range`</translation>
    </message>
    <message>
        <source>calls are nested deeper than %1 levels, which is the limit</source>
        <translation>глубина вложенности вызовов больше предельной: %1</translation>
    </message>
    <message>
        <source>None: the function returns nothing</source>
        <translation>None: функция ничего не возвращает</translation>
    </message>
    <message>
        <source>%1 needs a function</source>
        <translation>%1 требует функцию</translation>
    </message>
    <message>
        <source>%1 needs a function of this text, not %2</source>
        <translation>%1 требует функцию из этого текста, а это %2</translation>
    </message>
    <message>
        <source>`argnums` is the number of one argument of the function, counted from 0</source>
        <translation>`argnums` — номер одного аргумента функции, считая от 0</translation>
    </message>
    <message>
        <source>this function has no argument to differentiate by</source>
        <translation>у этой функции нет аргумента, по которому можно дифференцировать</translation>
    </message>
    <message>
        <source>a loop runs over `range(n)`, `range(a, b)` or `range(a, b, step)` here, with one name before `in`</source>
        <translation>цикл здесь идёт по `range(n)`, `range(a, b)` или `range(a, b, step)`, с одним именем перед `in`</translation>
    </message>
    <message>
        <source>the bounds of `range` are whole numbers, or names to which a whole number is assigned</source>
        <translation>границы `range` — целые числа или имена, которым присвоено целое число</translation>
    </message>
    <message>
        <source>the step of `range` can&apos;t be 0</source>
        <translation>шаг `range` не может быть 0</translation>
    </message>
    <message>
        <source>the mean is left out: the gradient is the one of each value, not divided by their number</source>
        <translation>среднее пропущено: берётся градиент каждого значения, не делённый на их число</translation>
    </message>
    <message>
        <source>%1 needs two arguments: of what the gradient is taken, and by what</source>
        <translation>%1 требует два аргумента: от чего берётся градиент и по чему</translation>
    </message>
    <message>
        <source>a weight of the gradient is not in the language: multiply what is differentiated by it</source>
        <translation>веса градиента нет в языке: умножьте на него то, что дифференцируется</translation>
    </message>
    <message>
        <source>write `stop_gradient(v)` where the gradient is to be stopped</source>
        <translation>пишите `stop_gradient(v)` там, где градиент должен остановиться</translation>
    </message>
    <message>
        <source>a gradient is taken by an input or another value with a name, not by a number</source>
        <translation>градиент берётся по входу или другому значению с именем, а не по числу</translation>
    </message>
    <message>
        <source>this list is empty: by what is the gradient to be taken?</source>
        <translation>этот список пуст: по чему брать градиент?</translation>
    </message>
    <message>
        <source>`backward` needs what is to be differentiated: `z.backward()`</source>
        <translation>`backward` требует указать, что дифференцировать: `z.backward()`</translation>
    </message>
    <message>
        <source>there is a `.grad` only after `z.backward()`</source>
        <translation>`.grad` появляется только после `z.backward()`</translation>
    </message>
    <message>
        <source>the gradients of several `backward()` add up in `.grad`, which is not in the language: write `torch.autograd.grad(z, x)[0]`</source>
        <translation>градиенты нескольких `backward()` складываются в `.grad`, этого нет в языке: пишите `torch.autograd.grad(z, x)[0]`</translation>
    </message>
    <message>
        <source>`output` takes one argument: `output(z)`</source>
        <translation>`output` принимает один аргумент: `output(z)`</translation>
    </message>
    <message>
        <source>`output` stands at the top level, not inside of a function</source>
        <translation>`output` стоит на верхнем уровне, а не внутри функции</translation>
    </message>
    <message>
        <source>an input needs two numbers, where it begins and where it ends: `input(-2, 2)`</source>
        <translation>входу нужны два числа, начало и конец: `input(-2, 2)`</translation>
    </message>
    <message>
        <source>the range of an input goes from a smaller to a larger finite number: `input(-2, 2)`</source>
        <translation>диапазон входа идёт от меньшего конечного числа к большему: `input(-2, 2)`</translation>
    </message>
    <message>
        <source>%1 needs two different finite numbers, where it begins and where it ends</source>
        <translation>%1 требует два разных конечных числа, начало и конец</translation>
    </message>
    <message>
        <source>an input can&apos;t be held at a value that is not finite</source>
        <translation>вход нельзя закрепить на неконечном значении</translation>
    </message>
    <message>
        <source>a number or a list of numbers is needed here, not %1</source>
        <translation>здесь нужно число или список чисел, а это %1</translation>
    </message>
    <message>
        <source>%1 needs a number or a list of numbers</source>
        <translation>%1 требует число или список чисел</translation>
    </message>
    <message>
        <source>matrices are not in the language: give a plain list, as in `[-2, -1, 1]`</source>
        <translation>матриц нет в языке: дайте простой список, например `[-2, -1, 1]`</translation>
    </message>
    <message>
        <source>a list may contain only numbers here</source>
        <translation>список здесь может содержать только числа</translation>
    </message>
    <message>
        <source>an input stands at the top level, not inside of a function or loop</source>
        <translation>вход стоит на верхнем уровне, а не внутри функции или цикла</translation>
    </message>
    <message>
        <source>only inputs can be fed: this is left out</source>
        <translation>значения можно подставлять только входам: это пропущено</translation>
    </message>
    <message>
        <source>only numbers and lists of numbers become points of interest: this is left out</source>
        <translation>отмеченными точками становятся только числа и списки чисел: это пропущено</translation>
    </message>
    <message>
        <source>%1 takes fewer arguments than that; `nominal` is a keyword</source>
        <translation>у %1 меньше аргументов; `nominal` передаётся по имени</translation>
    </message>
    <message>
        <source>only a single trial is in the language, which is `bernoulli(p)`: 1 is expected here</source>
        <translation>в языке есть только одно испытание, `bernoulli(p)`: здесь ожидается 1</translation>
    </message>
    <message>
        <source>`return` stands outside of a function</source>
        <translation>`return` стоит вне функции</translation>
    </message>
    <message>
        <source>elements can&apos;t be assigned to: every value is a single number, computed at each point. To choose between two values write `where(condition, a, b)`</source>
        <translation>элементам нельзя присваивать: каждое значение — одно число, вычисляемое в каждой точке. Чтобы выбрать из двух значений, пишите `where(condition, a, b)`</translation>
    </message>
    <message>
        <source>this line changes nothing here and is left out</source>
        <translation>эта строка здесь ничего не меняет и пропущена</translation>
    </message>
    <message>
        <source>there are %1 names left of `=`, but %2 right of it</source>
        <translation>слева от `=` имён: %1, а справа %2</translation>
    </message>
    <message>
        <source>there are %1 names left of `=`, but %2 values right of it</source>
        <translation>слева от `=` имён: %1, а справа значений: %2</translation>
    </message>
    <message>
        <source>%1 of a value can&apos;t be assigned to: write %2</source>
        <translation>полю %1 значения нельзя присвоить: пишите %2</translation>
    </message>
    <message>
        <source>this line has no effect and is left out</source>
        <translation>эта строка ни на что не влияет и пропущена</translation>
    </message>
    <message>
        <source>the call of %1 is not known here and is left out</source>
        <translation>вызов %1 здесь неизвестен и пропущен</translation>
    </message>
    <message>
        <source>the text is longer than 1 MiB, which is the limit: is this the right file?</source>
        <translation>текст длиннее 1 МиБ, это предел: тот ли это файл?</translation>
    </message>
    <message>
        <source>this is no text: there is a byte here that UTF-8 text can&apos;t contain. Open a file with an expression, saved as UTF-8</source>
        <translation>это не текст: здесь байт, которого в тексте UTF-8 быть не может. Откройте файл с выражением, сохранённый в UTF-8</translation>
    </message>
    <message>
        <source>there is no expression here: write, for example, `x = input(-2, 2)` and `z = sqrt(x**2)`</source>
        <translation>здесь нет выражения: напишите, например, `x = input(-2, 2)` и `z = sqrt(x**2)`</translation>
    </message>
    <message>
        <source>this makes more than %1 operations, which is the limit</source>
        <translation>получается слишком много операций; предел — %1</translation>
    </message>
    <message>
        <source>nothing is computed here: assign an expression to a name, as in `z = sqrt(x**2)`, or name the output with `output(z)`</source>
        <translation>здесь ничего не вычисляется: присвойте выражение имени, например `z = sqrt(x**2)`, или назовите выход с помощью `output(z)`</translation>
    </message>
    <message>
        <source>this is %1, and %2</source>
        <translation>это %1, и %2</translation>
    </message>
    <message>
        <source>there is nothing to sweep: add an input, as in `x = input(-2, 2)`, or a parameter, as in `a = 0.5`</source>
        <translation>развёртывать нечего: добавьте вход, например `x = input(-2, 2)`, или параметр, например `a = 0.5`</translation>
    </message>
    <message>
        <source>this gradient is not taken by an input or parameter: what is shown is the gradient by %1; `output(…)` of this gradient shows it itself</source>
        <translation>этот градиент берётся не по входу и не по параметру: показан градиент по %1; сам этот градиент покажет `output(…)` от него</translation>
    </message>
    <message>
        <source>a `\` must be the last character of its line</source>
        <translation>`\` должен быть последним символом строки</translation>
    </message>
    <message>
        <source>this string is never closed</source>
        <translation>у этой строки нет закрывающей кавычки</translation>
    </message>
    <message>
        <source>`!` is no operator: the opposite of a condition is `1 - condition`</source>
        <translation>`!` — не операция: отрицание условия — `1 - condition`</translation>
    </message>
    <message>
        <source>the character `%1` has no place in an expression</source>
        <translation>символу `%1` не место в выражении</translation>
    </message>
    <message>
        <source>there is a control character here; remove it</source>
        <translation>здесь управляющий символ; удалите его</translation>
    </message>
    <message>
        <source>this looks like a space but is another character; write a space</source>
        <translation>это похоже на пробел, но это другой символ; поставьте пробел</translation>
    </message>
    <message>
        <source>the character `%1` has no place in an expression: write `%2`</source>
        <translation>символу `%1` не место в выражении: пишите `%2`</translation>
    </message>
    <message>
        <source>brackets are nested deeper than %1 levels</source>
        <translation>глубина вложенности скобок больше %1</translation>
    </message>
    <message>
        <source>this `%1` closes no bracket</source>
        <translation>эта `%1` не закрывает никакой скобки</translation>
    </message>
    <message>
        <source>a `%1` is expected here, to close the bracket that is open</source>
        <translation>здесь ожидается `%1`, чтобы закрыть открытую скобку</translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation>может быть, %1?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>ожидается %1, а здесь %2</translation>
    </message>
    <message>
        <source>another indentation</source>
        <translation>другой отступ</translation>
    </message>
    <message>
        <source>the end of the text</source>
        <translation>конец текста</translation>
    </message>
    <message>
        <source>the keyword %1</source>
        <translation>ключевое слово %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно что</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>список чисел</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>a list of gradients</source>
        <translation>список градиентов</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>функция</translation>
    </message>
    <message>
        <source>`%1`, a function or namespace</source>
        <translation>`%1`, функция или пространство имён</translation>
    </message>
    <message>
        <source>the logarithm of the sigmoid</source>
        <translation>логарифм сигмоиды</translation>
    </message>
    <message>
        <source>v times the probability that a standard normal variate is below v</source>
        <translation>v, умноженное на вероятность того, что стандартная нормальная величина меньше v</translation>
    </message>
    <message>
        <source>1 where a &lt; b, else 0</source>
        <translation>1, где a &lt; b, иначе 0</translation>
    </message>
    <message>
        <source>1 where a &lt;= b, else 0</source>
        <translation>1, где a &lt;= b, иначе 0</translation>
    </message>
    <message>
        <source>1 where a &gt; b, else 0</source>
        <translation>1, где a &gt; b, иначе 0</translation>
    </message>
    <message>
        <source>1 where a &gt;= b, else 0</source>
        <translation>1, где a &gt;= b, иначе 0</translation>
    </message>
    <message>
        <source>1 where a == b, else 0</source>
        <translation>1, где a == b, иначе 0</translation>
    </message>
    <message>
        <source>1 where a != b, else 0</source>
        <translation>1, где a != b, иначе 0</translation>
    </message>
    <message>
        <source>the same value under another name</source>
        <translation>то же значение под другим именем</translation>
    </message>
    <message>
        <source>forward v; nothing flows back to v</source>
        <translation>вперёд v; назад к v ничего не идёт</translation>
    </message>
    <message>
        <source>forward the first argument, backward the gradient of the second</source>
        <translation>вперёд первый аргумент, назад градиент второго</translation>
    </message>
    <message>
        <source>forward v; backward the rule&apos;s expression of the upstream gradient</source>
        <translation>вперёд v; назад — выражение правила от приходящего градиента</translation>
    </message>
    <message>
        <source>the gradient of the first argument by the second</source>
        <translation>градиент первого аргумента по второму</translation>
    </message>
    <message>
        <source>the error function</source>
        <translation>функция ошибок</translation>
    </message>
    <message>
        <source>1 - erf(v) without cancellation</source>
        <translation>1 - erf(v) без потери точности</translation>
    </message>
    <message>
        <source>the absolute value</source>
        <translation>модуль</translation>
    </message>
    <message>
        <source>the smaller of two values</source>
        <translation>меньшее из двух значений</translation>
    </message>
    <message>
        <source>the larger of two values</source>
        <translation>большее из двух значений</translation>
    </message>
    <message>
        <source>v, but at least low and at most high</source>
        <translation>v, но не меньше low и не больше high</translation>
    </message>
    <message>
        <source>a where the condition holds, else b; both are computed and differentiated</source>
        <translation>a, где условие выполнено, иначе b; оба вычисляются и дифференцируются</translation>
    </message>
    <message>
        <source>noise, uniform between low and high</source>
        <translation>равномерный шум между low и high</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>гауссов шум</translation>
    </message>
    <message>
        <source>Laplacian noise</source>
        <translation>шум Лапласа</translation>
    </message>
    <message>
        <source>logistic noise</source>
        <translation>логистический шум</translation>
    </message>
    <message>
        <source>Gumbel noise, as of the largest of many</source>
        <translation>шум Гумбеля — как у наибольшей из многих величин</translation>
    </message>
    <message>
        <source>exponential noise</source>
        <translation>экспоненциальный шум</translation>
    </message>
    <message>
        <source>1 with probability p, else 0; no gradient flows to p</source>
        <translation>1 с вероятностью p, иначе 0; градиент к p не идёт</translation>
    </message>
    <message>
        <source>1 or -1, equally probable</source>
        <translation>1 или -1 с равной вероятностью</translation>
    </message>
    <message>
        <source>the square root; its derivative at 0 is infinite</source>
        <translation>квадратный корень; его производная в 0 бесконечна</translation>
    </message>
    <message>
        <source>v to the power p</source>
        <translation>v в степени p</translation>
    </message>
    <message>
        <source>e to the power v</source>
        <translation>e в степени v</translation>
    </message>
    <message>
        <source>exp(v) - 1 without cancellation</source>
        <translation>exp(v) - 1 без потери точности</translation>
    </message>
    <message>
        <source>the natural logarithm</source>
        <translation>натуральный логарифм</translation>
    </message>
    <message>
        <source>log(1 + v) without cancellation</source>
        <translation>log(1 + v) без потери точности</translation>
    </message>
    <message>
        <source>the logarithm to base 2</source>
        <translation>логарифм по основанию 2</translation>
    </message>
    <message>
        <source>the logarithm to base 10</source>
        <translation>логарифм по основанию 10</translation>
    </message>
    <message>
        <source>v where it is positive, else 0</source>
        <translation>v, где оно положительно, иначе 0</translation>
    </message>
    <message>
        <source>v, but at least 0 and at most 6</source>
        <translation>v, но не меньше 0 и не больше 6</translation>
    </message>
    <message>
        <source>v where it is positive, else alpha · v</source>
        <translation>v, где оно положительно, иначе alpha · v</translation>
    </message>
    <message>
        <source>v where it is positive, else alpha · (exp(v) - 1)</source>
        <translation>v, где оно положительно, иначе alpha · (exp(v) - 1)</translation>
    </message>
    <message>
        <source>elu, scaled to keep mean and variance</source>
        <translation>elu в масштабе, сохраняющем среднее и дисперсию</translation>
    </message>
    <message>
        <source>v, but at least -1 and at most 1</source>
        <translation>v, но не меньше -1 и не больше 1</translation>
    </message>
    <message>
        <source>-1, 0 or 1; its gradient is 0</source>
        <translation>-1, 0 или 1; градиент равен 0</translation>
    </message>
    <message>
        <source>the next whole number below</source>
        <translation>ближайшее целое снизу</translation>
    </message>
    <message>
        <source>the next whole number above</source>
        <translation>ближайшее целое сверху</translation>
    </message>
    <message>
        <source>the nearest whole number, halves to even</source>
        <translation>ближайшее целое, половины — к чётному</translation>
    </message>
    <message>
        <source>the whole number towards 0</source>
        <translation>целое, ближайшее в сторону 0</translation>
    </message>
    <message>
        <source>0 below 0, 1 above, h0 at 0</source>
        <translation>0 ниже 0, 1 выше, h0 в 0</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>синус</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>косинус</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>тангенс</translation>
    </message>
    <message>
        <source>inverse sine</source>
        <translation>арксинус</translation>
    </message>
    <message>
        <source>inverse cosine</source>
        <translation>арккосинус</translation>
    </message>
    <message>
        <source>inverse tangent</source>
        <translation>арктангенс</translation>
    </message>
    <message>
        <source>the angle of the point (x, y), in radians</source>
        <translation>угол точки (x, y), в радианах</translation>
    </message>
    <message>
        <source>hyperbolic sine</source>
        <translation>гиперболический синус</translation>
    </message>
    <message>
        <source>hyperbolic cosine</source>
        <translation>гиперболический косинус</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>гиперболический тангенс</translation>
    </message>
    <message>
        <source>inverse hyperbolic sine</source>
        <translation>обратный гиперболический синус</translation>
    </message>
    <message>
        <source>inverse hyperbolic cosine</source>
        <translation>обратный гиперболический косинус</translation>
    </message>
    <message>
        <source>inverse hyperbolic tangent</source>
        <translation>обратный гиперболический тангенс</translation>
    </message>
    <message>
        <source>The gradient is free of noise: no noise source reaches it.</source>
        <translation>В градиенте нет шума: до него не доходит ни один источник шума.</translation>
    </message>
    <message>
        <source>The gradient is free of noise: by algebra it does not depend on %1.</source>
        <translation>В градиенте нет шума: алгебраически он не зависит от %1.</translation>
    </message>
    <message>
        <source>The gradient is free of noise, except where %2 = 0: by algebra it does not depend on %1.</source>
        <translation>В градиенте нет шума, кроме точек, где %2 = 0: алгебраически он не зависит от %1.</translation>
    </message>
    <message>
        <source>No noise is seen in #1 samples at each of #2 points, though the gradient is computed from %1: this is measured, not proved.</source>
        <translation>Шума не видно (реализаций в каждой точке: #1, точек: #2), хотя градиент вычисляется по %1: это измерено, а не доказано.</translation>
    </message>
    <message>
        <source>No noise is seen in #1 samples at one point, though the gradient is computed from %1: this is measured, not proved.</source>
        <translation>Шума не видно (реализаций: #1, в одной точке), хотя градиент вычисляется по %1: это измерено, а не доказано.</translation>
    </message>
    <message>
        <source>Whether the gradient is free of noise can&apos;t be told: it is computed from %1, and its samples differ, but by no more than the rounding of large terms in it that cancel.</source>
        <translation>Есть ли в градиенте шум, сказать нельзя: он вычисляется по %1, и его реализации различаются, но не сильнее, чем из-за округления больших слагаемых, которые в нём взаимно сокращаются.</translation>
    </message>
    <message>
        <source>Whether the gradient is free of noise can&apos;t be told: it is computed from %1, and no sample of it is finite.</source>
        <translation>Есть ли в градиенте шум, сказать нельзя: он вычисляется по %1, и ни одна его реализация не конечна.</translation>
    </message>
    <message>
        <source>The gradient is noisy: it depends on %1.</source>
        <translation>Градиент зашумлён: он зависит от %1.</translation>
    </message>
    <message>
        <source>The noise of %2 enters through the factor %1.</source>
        <translation>Шум %2 входит через множитель %1.</translation>
    </message>
    <message>
        <source>The noise of %2 enters through %1, evaluated at the noisy %3.</source>
        <translation>Шум %2 входит через множитель %1, вычисленный по зашумлённым значениям %3.</translation>
    </message>
    <message>
        <source>Put the gate on %1: %1=clean makes the gradient free of noise.</source>
        <translation>Поставьте затвор на %1: %1=clean избавляет градиент от шума.</translation>
    </message>
    <message>
        <source>%1=clean makes the gradient free of noise, but also 0 at every point of the sweep.</source>
        <translation>%1=clean избавляет градиент от шума, но и обращает его в 0 в каждой точке развёртки.</translation>
    </message>
    <message>
        <source>%1=clean makes the gradient free of noise, but it is finite at no point of the sweep then.</source>
        <translation>%1=clean избавляет градиент от шума, но тогда он не конечен ни в одной точке развёртки.</translation>
    </message>
    <message>
        <source>It is the gradient of the noise-free graph.</source>
        <translation>Это градиент графа без шума.</translation>
    </message>
    <message>
        <source>It is the gradient of the noise-free graph, except where %1 = 0.</source>
        <translation>Это градиент графа без шума, кроме точек, где %1 = 0.</translation>
    </message>
    <message>
        <source>It equals the gradient of the noise-free graph at each of #1 points: this is measured, not proved.</source>
        <translation>Он равен градиенту графа без шума в каждой точке (всего #1): это измерено, а не доказано.</translation>
    </message>
    <message>
        <source>It equals the gradient of the noise-free graph at one point: this is measured, not proved.</source>
        <translation>Он равен градиенту графа без шума в одной точке: это измерено, а не доказано.</translation>
    </message>
    <message>
        <source>Whether it is the gradient of the noise-free graph can&apos;t be told: they differ, but by no more than the rounding of large terms that cancel.</source>
        <translation>Градиент ли это графа без шума, сказать нельзя: они различаются, но не сильнее, чем из-за округления больших слагаемых, которые взаимно сокращаются.</translation>
    </message>
    <message>
        <source>Its mean differs by ~1 from the gradient of the noise-free graph (root mean square over the sweep).</source>
        <translation>Его среднее отличается на ~1 от градиента графа без шума (среднеквадратично по развёртке).</translation>
    </message>
    <message>
        <source>Its mean differs by ~1 from the gradient of the mean, d/d%1 E[%2] (root mean square over the sweep).</source>
        <translation>Его среднее отличается на ~1 от градиента среднего, d/d%1 E[%2] (среднеквадратично по развёртке).</translation>
    </message>
    <message>
        <source>It is free of noise, but biased by ~1 against the gradient of the noise-free graph (root mean square over the sweep).</source>
        <translation>В нём нет шума, но он смещён на ~1 относительно градиента графа без шума (среднеквадратично по развёртке).</translation>
    </message>
    <message>
        <source>It is free of noise, but biased by ~1 against the gradient of the mean, d/d%1 E[%2] (root mean square over the sweep).</source>
        <translation>В нём нет шума, но он смещён на ~1 относительно градиента среднего, d/d%1 E[%2] (среднеквадратично по развёртке).</translation>
    </message>
    <message>
        <source>No noise is seen in it, but its mean differs by ~1 from the gradient of the noise-free graph (root mean square over the sweep).</source>
        <translation>Шума в нём не видно, но его среднее отличается на ~1 от градиента графа без шума (среднеквадратично по развёртке).</translation>
    </message>
    <message>
        <source>No noise is seen in it, but its mean differs by ~1 from the gradient of the mean, d/d%1 E[%2] (root mean square over the sweep).</source>
        <translation>Шума в нём не видно, но его среднее отличается на ~1 от градиента среднего, d/d%1 E[%2] (среднеквадратично по развёртке).</translation>
    </message>
    <message>
        <source>The gate %1 cuts no path and changes nothing: %2 does not depend on %3.</source>
        <translation>Затвор %1 не перекрывает ни одного пути и ничего не меняет: %2 не зависит от %3.</translation>
    </message>
    <message>
        <source>The stop_gradient at %1 cuts no path and changes nothing: %2 does not depend on %3.</source>
        <translation>stop_gradient в %1 не перекрывает ни одного пути и ничего не меняет: %2 не зависит от %3.</translation>
    </message>
    <message>
        <source>The gate %1 changes nothing: %3 does not depend on %2.</source>
        <translation>Затвор %1 ничего не меняет: %3 не зависит от %2.</translation>
    </message>
    <message>
        <source>The gate %1 changes nothing: no noise reaches %2.</source>
        <translation>Затвор %1 ничего не меняет: шум не доходит до %2.</translation>
    </message>
    <message>
        <source>The gate %1 changes nothing: the gradient is the same without it.</source>
        <translation>Затвор %1 ничего не меняет: без него градиент тот же.</translation>
    </message>
    <message>
        <source>The gate %1 is left out: the text has no such place.</source>
        <translation>Затвор %1 пропущен: такого места в тексте нет.</translation>
    </message>
    <message>
        <source>The gradient is disconnected (None, not 0): every path from %1 to %2 is cut, at %3.</source>
        <translation>Градиент не связан со входом (None, а не 0): все пути от %1 к %2 перекрыты, в %3.</translation>
    </message>
    <message>
        <source>The gradient is disconnected (None, not 0): %1 does not depend on %2.</source>
        <translation>Градиент не связан со входом (None, а не 0): %1 не зависит от %2.</translation>
    </message>
    <message>
        <source>The gradient is connected, but 0 at every point of the sweep: that is the derivative of what stands there.</source>
        <translation>Градиент связан со входом, но в каждой точке развёртки равен 0: такова производная того, что там стоит.</translation>
    </message>
    <message>
        <source>At %1 = #1 the gradient is %2: the forward value of %3 is %4 there@.</source>
        <translation>При %1 = #1 градиент — %2: прямое значение %3 там — %4@.</translation>
    </message>
    <message>
        <source>At %1 = #1 the gradient is %2: the local derivative %4 of %3 is %5 there@.</source>
        <translation>При %1 = #1 градиент — %2: локальная производная %4 узла %3 там — %5@.</translation>
    </message>
    <message>
        <source>At %1 = #1 the gradient is NaN, from 0 times infinity at %2: its local derivative %3 is infinite there, and the upstream gradient is 0@.</source>
        <translation>При %1 = #1 градиент — NaN, из-за умножения 0 на бесконечность в узле %2: его локальная производная %3 там бесконечна, а приходящий градиент равен 0@.</translation>
    </message>
    <message>
        <source>At %1 = #1 the gradient is NaN, from 0 times infinity: the local derivative %3 of %2 is infinite there, and %4 is 0@.</source>
        <translation>При %1 = #1 градиент — NaN, из-за умножения 0 на бесконечность: локальная производная %3 узла %2 там бесконечна, а множитель %4 равен 0@.</translation>
    </message>
    <message>
        <source>At %1 = #1 that is in the branch that %3 did not take: its gradient is 0 there, and 0 times what is not finite is NaN. Wrap the input of %2 in a second where@.</source>
        <translation>При %1 = #1 это в ветви, которую узел %3 не выбрал: её градиент там равен 0, а 0, умноженный на неконечное, даёт NaN. Оберните вход узла %2 вторым where@.</translation>
    </message>
    <message>
        <source>At %1 = #1 the frameworks disagree: TensorFlow %2, PyTorch %3, JAX %4@.</source>
        <translation>При %1 = #1 фреймворки расходятся: TensorFlow %2, PyTorch %3, JAX %4@.</translation>
    </message>
    <message>
        <source>At %1 = #1 the value of %2 is off by ~3, by rounding: it is meant to be %3, to which %4, much larger there, is added and taken away again@.</source>
        <translation>При %1 = #1 значение %2 отклоняется на ~3 из-за округления: задумано %3, к которому прибавляется и снова вычитается намного большее там %4@.</translation>
    </message>
    <message>
        <source>There are #1 paths, too many to read: here is the chain rule by edges.</source>
        <translation>Путей #1 — слишком много, чтобы их читать: вот цепное правило по рёбрам.</translation>
    </message>
    <message>
        <source>the text has no input or parameter named `%1` to set; it has %2</source>
        <translation>в тексте нет входа или параметра `%1`, которому можно задать значение; есть %2</translation>
    </message>
    <message>
        <source>none of the texts has an input or parameter named `%1` to set; the experiment&apos;s has %2</source>
        <translation>ни в одном из текстов нет входа или параметра `%1`, которому можно задать значение; в тексте эксперимента есть %2</translation>
    </message>
    <message>
        <source>the text of the variant `%1` has no place named `%2` to take as output</source>
        <translation>в тексте варианта `%1` нет места `%2`, которое могло бы стать выходом</translation>
    </message>
    <message>
        <source>the text has no place named `%1` to take as output</source>
        <translation>в тексте нет места `%1`, которое могло бы стать выходом</translation>
    </message>
    <message>
        <source>the text of the variant `%1` has no input or parameter named `%2` to differentiate by; it has %3</source>
        <translation>в тексте варианта `%1` нет входа или параметра `%2`, по которому можно дифференцировать; есть %3</translation>
    </message>
    <message>
        <source>the text has no input or parameter named `%1` to differentiate by; it has %2</source>
        <translation>в тексте нет входа или параметра `%1`, по которому можно дифференцировать; есть %2</translation>
    </message>
    <message>
        <source>the text of the variant `%1` has errors: line %2, column %3: %4</source>
        <translation>в тексте варианта `%1` есть ошибки: строка %2, столбец %3: %4</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation>целое число от 1 до %1</translation>
    </message>
    <message>
        <source>Whether the gradient is free of noise can&apos;t be told: no noise is seen in its finite samples, but for some draws of %1 it is not finite.</source>
        <translation>Есть ли в градиенте шум, сказать нельзя: в его конечных реализациях шума не видно, но при некоторых значениях %1 он не конечен.</translation>
    </message>
    <message>
        <source>The gradient is connected, but 0 in every sample taken, at #1 points of the sweep: this is measured, not proved.</source>
        <translation>Градиент связан со входом, но равен 0 во всех взятых реализациях (точек развёртки: #1): это измерено, а не доказано.</translation>
    </message>
    <message>
        <source>The gradient is connected, but 0 in every sample taken, at one point: this is measured, not proved.</source>
        <translation>Градиент связан со входом, но равен 0 во всех взятых реализациях (в одной точке): это измерено, а не доказано.</translation>
    </message>
    <message>
        <source>In some samples, for example at %1 = #1, the gradient is %2: the forward value of %3 is %4 there.</source>
        <translation>В некоторых реализациях, например при %1 = #1, градиент — %2: прямое значение %3 там — %4.</translation>
    </message>
    <message>
        <source>In some samples, for example at %1 = #1, the gradient is %2: the local derivative %4 of %3 is %5 there.</source>
        <translation>В некоторых реализациях, например при %1 = #1, градиент — %2: локальная производная %4 узла %3 там — %5.</translation>
    </message>
    <message>
        <source>In some samples, for example at %1 = #1, the gradient is NaN, from 0 times infinity at %2: its local derivative %3 is infinite there, and the upstream gradient is 0.</source>
        <translation>В некоторых реализациях, например при %1 = #1, градиент — NaN, из-за умножения 0 на бесконечность в узле %2: его локальная производная %3 там бесконечна, а приходящий градиент равен 0.</translation>
    </message>
    <message>
        <source>In some samples, for example at %1 = #1, the gradient is NaN, from 0 times infinity: the local derivative %3 of %2 is infinite there, and %4 is 0.</source>
        <translation>В некоторых реализациях, например при %1 = #1, градиент — NaN, из-за умножения 0 на бесконечность: локальная производная %3 узла %2 там бесконечна, а множитель %4 равен 0.</translation>
    </message>
    <message>
        <source>The frameworks disagree: in %1 the gradient is disconnected, in %2 it is not.</source>
        <translation>Фреймворки расходятся: в %1 градиент не связан со входом, в %2 связан.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Ввод</translation>
    </message>
</context>
<context>
    <name>sluice::AboutText</name>
    <message>
        <source>About Sluice</source>
        <translation>О программе Sluice</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sluice %1&lt;/h3&gt;&lt;p&gt;What gradient does a graph really have when its forward and its backward expression differ, and why?&lt;/p&gt;&lt;p&gt;© The Sluice authors. Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sluice %1&lt;/h3&gt;&lt;p&gt;Какой градиент на самом деле у графа, прямое и обратное выражения которого различаются, и почему?&lt;/p&gt;&lt;p&gt;© Авторы Sluice. Свободная программа под лицензией GNU General Public License версии 3 или более поздней.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>sluice::ActionFinder</name>
    <message>
        <source>Find action</source>
        <translation>Поиск действия</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Введите несколько букв названия действия</translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation>Поиск по действиям</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>%1 (not possible now)</source>
        <translation>%1 (сейчас недоступно)</translation>
    </message>
    <message>
        <source>%1 ✓</source>
        <translation>%1 ✓</translation>
    </message>
</context>
<context>
    <name>sluice::AdviceModel</name>
    <message>
        <source>Nodes that the gates add to value and gradient</source>
        <translation>Узлы, которые затворы добавляют к значению и градиенту</translation>
    </message>
    <message>
        <source>gates</source>
        <translation>затворы</translation>
    </message>
    <message>
        <source>Where the gates stand, and their kinds</source>
        <translation>Где стоят затворы и какого они вида</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>градиент</translation>
    </message>
    <message>
        <source>Whether the gradient is free of noise, and how sure that is</source>
        <translation>Есть ли в градиенте шум и насколько это достоверно</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>смещ.</translation>
    </message>
    <message>
        <source>dev.</source>
        <translation>откл.</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>ст. откл.</translation>
    </message>
    <message>
        <source>The gradient&apos;s standard deviation: root mean square over the sweep</source>
        <translation>Стандартное отклонение градиента: среднеквадратичное по развёртке</translation>
    </message>
    <message>
        <source>rmse</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Root mean square error around the noise-free gradient</source>
        <translation>Среднеквадратичная ошибка относительно градиента без шума</translation>
    </message>
    <message>
        <source>SNR</source>
        <translation>SNR</translation>
    </message>
    <message>
        <source>Signal to noise: mean over deviation</source>
        <translation>Отношение сигнал/шум: среднее, делённое на стандартное отклонение</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>узлы</translation>
    </message>
    <message>
        <source>What the gates cost: nodes that they add to value and gradient</source>
        <translation>Цена затворов: узлы, которые они добавляют к значению и градиенту</translation>
    </message>
    <message>
        <source>Against the noise-free gradient: root mean square over the points of the sweep, freed of what sampling adds; &quot;&lt;&quot; where the samples can&apos;t tell it from 0</source>
        <translation>Смещение относительно градиента без шума: среднеквадратичное по точкам развёртки, без того, что добавляет выборка; «&lt;» там, где по выборке его не отличить от 0</translation>
    </message>
</context>
<context>
    <name>sluice::AdvicePanel</name>
    <message>
        <source>Advice</source>
        <translation>Совет</translation>
    </message>
    <message>
        <source>beside the variant&apos;s gates</source>
        <translation>с затворами варианта</translation>
    </message>
    <message>
        <source>Keep the selected variant&apos;s gates, and advise on further ones</source>
        <translation>Оставить затворы выбранного варианта и советовать, какие добавить</translation>
    </message>
    <message>
        <source>State of the advice</source>
        <translation>Состояние совета</translation>
    </message>
    <message>
        <source>Where the proof does not hold</source>
        <translation>Где доказательство не действует</translation>
    </message>
    <message>
        <source>Placements of gates, best first</source>
        <translation>Размещения затворов, лучшие сначала</translation>
    </message>
    <message>
        <source>&amp;Try placement</source>
        <translation>Опробовать &amp;размещение</translation>
    </message>
    <message>
        <source>Add the selected placement as a new variant</source>
        <translation>Добавить выбранное размещение как новый вариант</translation>
    </message>
    <message>
        <source>Append &amp;loss…</source>
        <translation>Добавить &amp;функцию потерь…</translation>
    </message>
    <message>
        <source>Let a loss follow the output: what comes after decides where noise returns</source>
        <translation>Поставить за выходом функцию потерь: от того, что следует дальше, зависит, где шум вернётся</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Разброс</translation>
    </message>
    <message>
        <source>Show bias against deviation instead of the table</source>
        <translation>Вместо таблицы показать смещение и стандартное отклонение на диаграмме</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>Show the deviation by the depth of a clean gate instead of the table</source>
        <translation>Вместо таблицы показать стандартное отклонение в зависимости от глубины затвора clean в цепочке слоёв</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Loss…</source>
        <translation>Потери…</translation>
    </message>
    <message>
        <source>Progress of the advisor</source>
        <translation>Ход поиска совета</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>End the advisor&apos;s search; the last answer stays</source>
        <translation>Прервать поиск совета; останется последний ответ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Try all placements of gates</source>
        <translation>Перебрать все размещения затворов</translation>
    </message>
    <message>
        <source>… looking at the placements; the table is of before</source>
        <translation>… перебор размещений; таблица пока прежняя</translation>
    </message>
    <message>
        <source>… looking at the placements</source>
        <translation>… перебор размещений</translation>
    </message>
    <message>
        <source>The table is of an earlier expression</source>
        <translation>Таблица относится к прежнему выражению</translation>
    </message>
    <message>
        <source>No placement gives a noise-free gradient that is right</source>
        <translation>Ни одно размещение не даёт верного градиента без шума</translation>
    </message>
    <message>
        <source>The noise-free gradient is finite at no point of the sweep</source>
        <translation>Градиент без шума не конечен ни в одной точке развёртки</translation>
    </message>
    <message>
        <source>The noise-free gradient is 0 at every point of the sweep</source>
        <translation>Градиент без шума равен 0 в каждой точке развёртки</translation>
    </message>
</context>
<context>
    <name>sluice::AdviceScatter</name>
    <message>
        <source>Placements by bias and deviation</source>
        <translation>Размещения по смещению и стандартному отклонению</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>ст. отклонение</translation>
    </message>
    <message>
        <source>bias against the noise-free gradient</source>
        <translation>смещение относительно градиента без шума</translation>
    </message>
</context>
<context>
    <name>sluice::AnalysisTabs</name>
    <message>
        <source>On the selected variant</source>
        <translation>О выбранном варианте</translation>
    </message>
    <message>
        <source>Panels on the selected variant</source>
        <translation>Панели о выбранном варианте</translation>
    </message>
    <message>
        <source>Show the panel “%1” (%2)</source>
        <translation>Показать панель «%1» (%2)</translation>
    </message>
</context>
<context>
    <name>sluice::AnimateMenu</name>
    <message>
        <source>Animate &amp;what</source>
        <translation>&amp;Что анимировать</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation>&amp;Шум</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 от %2 до %3</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>П&amp;ауза</translation>
    </message>
    <message>
        <source>&amp;Animate</source>
        <translation>&amp;Анимировать</translation>
    </message>
    <message>
        <source>Draw the noise anew, again and again</source>
        <translation>Снова и снова получать новые реализации шума</translation>
    </message>
    <message>
        <source>Move %1 back and forth</source>
        <translation>Двигать %1 туда и обратно</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Остановить здесь</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Animate</source>
        <translation>Анимация</translation>
    </message>
</context>
<context>
    <name>sluice::Animation</name>
    <message>
        <source>Animate %1</source>
        <translation>анимирование %1</translation>
    </message>
    <message>
        <source>Animate draws</source>
        <translation>анимирование шума</translation>
    </message>
</context>
<context>
    <name>sluice::Appearance</name>
    <message>
        <source>&amp;Follow the desktop</source>
        <translation>&amp;Как в системе</translation>
    </message>
    <message>
        <source>Light or dark colours, as the desktop has them</source>
        <translation>Светлые или тёмные цвета, как в системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Светлая тема</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Светлые цвета</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмная тема</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмные цвета</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>Тек&amp;ст крупнее</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Larger text in the plots, for who sits far away</source>
        <translation>Текст на графиках крупнее: для тех, кто сидит далеко</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Текст &amp;мельче</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>Smaller text in the plots</source>
        <translation>Текст на графиках мельче</translation>
    </message>
    <message>
        <source>&amp;Usual text</source>
        <translation>&amp;Обычный текст</translation>
    </message>
    <message>
        <source>Ctrl+Alt+0</source>
        <translation>Ctrl+Alt+0</translation>
    </message>
    <message>
        <source>Text in the plots as it was</source>
        <translation>Текст на графиках исходного размера</translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation>Ctrl+=</translation>
    </message>
</context>
<context>
    <name>sluice::CodePanel</name>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>The selected variant as code</source>
        <translation>Код выбранного варианта</translation>
    </message>
    <message>
        <source>State of the code</source>
        <translation>Состояние кода</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Фреймворк</translation>
    </message>
    <message>
        <source>The framework that the code is for</source>
        <translation>Для какого фреймворка код</translation>
    </message>
    <message>
        <source>TensorFlow 1</source>
        <translation>TensorFlow 1</translation>
    </message>
    <message>
        <source>TensorFlow</source>
        <translation>TensorFlow</translation>
    </message>
    <message>
        <source>Keras</source>
        <translation>Keras</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>JAX</source>
        <translation>JAX</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>How a place whose forward and backward differ is written</source>
        <translation>Как записать место, где прямой и обратный проходы различаются</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>точная</translation>
    </message>
    <message>
        <source>By the framework&apos;s own mechanism: the forward value is the intended one</source>
        <translation>Средствами самого фреймворка: прямое значение именно такое, как задумано</translation>
    </message>
    <message>
        <source>stop gradient</source>
        <translation>через stop_gradient</translation>
    </message>
    <message>
        <source>As a sum, as people write it by hand: it may round</source>
        <translation>Суммой, как пишут вручную: возможно округление</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>Copy the code to the clipboard</source>
        <translation>Скопировать код в буфер обмена</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Файл…</translation>
    </message>
    <message>
        <source>Write the code to a file</source>
        <translation>Записать код в файл</translation>
    </message>
    <message>
        <source>With check…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>Write the code with its draws, the expected numbers and a script that compares</source>
        <translation>Записать код с реализациями шума, ожидаемыми числами и скриптом, который их сравнивает</translation>
    </message>
    <message>
        <source>The code is of an earlier experiment</source>
        <translation>Код относится к прежнему эксперименту</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
    <message>
        <source>Written to %1: %2</source>
        <translation>Записано в %1: %2</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>Сохранение кода</translation>
    </message>
    <message>
        <source>Export code with check</source>
        <translation>Экспорт кода с проверкой</translation>
    </message>
</context>
<context>
    <name>sluice::CompletionTexts</name>
    <message>
        <source>input(low, high): a variable to sweep, between two numbers</source>
        <translation>input(low, high): переменная развёртки, между двумя числами</translation>
    </message>
    <message>
        <source>output(z): what is differentiated, where it isn&apos;t the last line</source>
        <translation>output(z): что дифференцируется, если это не последняя строка</translation>
    </message>
    <message>
        <source>def name(v): a function</source>
        <translation>def name(v): функция</translation>
    </message>
    <message>
        <source>for i in range(n): repeats the lines below</source>
        <translation>for i in range(n): повторяет строки ниже</translation>
    </message>
    <message>
        <source>range(n): how often a loop repeats</source>
        <translation>range(n): сколько раз повторяется цикл</translation>
    </message>
    <message>
        <source>return v: what a function gives</source>
        <translation>return v: что возвращает функция</translation>
    </message>
    <message>
        <source>lambda g: 2*g: a function in one expression</source>
        <translation>lambda g: 2*g: функция из одного выражения</translation>
    </message>
    <message>
        <source>import tensorflow as tf: names as a framework spells them</source>
        <translation>import tensorflow as tf: имена, как их пишет фреймворк</translation>
    </message>
</context>
<context>
    <name>sluice::ComputationThread</name>
    <message>
        <source>There is not enough memory for so many points, samples and variants; take fewer</source>
        <translation>Не хватает памяти для стольких точек, реализаций и вариантов; уменьшите их число</translation>
    </message>
    <message>
        <source>The experiment&apos;s own text has errors: select a variant without a text of its own to see and mend them</source>
        <translation>В тексте самого эксперимента есть ошибки: чтобы увидеть и исправить их, выберите вариант без своего текста</translation>
    </message>
</context>
<context>
    <name>sluice::Crosshair</name>
    <message>
        <source>, NaN %1 %</source>
        <translation>, NaN %1 %</translation>
    </message>
    <message>
        <source>, infinite %1 %</source>
        <translation>, бесконечность %1 %</translation>
    </message>
    <message>
        <source>disconnected: 0</source>
        <translation>нет связи: 0</translation>
    </message>
    <message>
        <source>noise-free %1</source>
        <translation>без шума %1</translation>
    </message>
    <message>
        <source>by differences %1</source>
        <translation>по разностям %1</translation>
    </message>
</context>
<context>
    <name>sluice::CrosshairTable</name>
    <message>
        <source>Gradient by every input and parameter at the crosshair</source>
        <translation>Градиент по каждому входу и параметру в точке перекрестия</translation>
    </message>
    <message>
        <source>by</source>
        <translation>по</translation>
    </message>
    <message>
        <source>at</source>
        <translation>при</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>градиент</translation>
    </message>
    <message>
        <source>by differences</source>
        <translation>по разностям</translation>
    </message>
    <message>
        <source>sd</source>
        <translation>ст. откл.</translation>
    </message>
    <message>
        <source>95 % of the mean</source>
        <translation>95 % для среднего</translation>
    </message>
    <message>
        <source>sample 0</source>
        <translation>реализация 0</translation>
    </message>
    <message>
        <source>its difference</source>
        <translation>её разность</translation>
    </message>
    <message>
        <source>Values and gradients of the variants at the crosshair</source>
        <translation>Значения и градиенты вариантов в точке перекрестия</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>вариант</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>The point at the crosshair</source>
        <translation>Точка перекрестия</translation>
    </message>
    <message>
        <source>The mean over all samples of the difference of the forward value, each on its own draws: the honest derivative, which no gate and no surrogate bends</source>
        <translation>Среднее по всем реализациям от разности прямого значения, у каждой на её собственном шуме: честная производная, которую не искажают ни затворы, ни surrogate</translation>
    </message>
    <message>
        <source>The difference of the forward value of sample 0, on the same draws</source>
        <translation>Разность прямого значения реализации 0 на том же шуме</translation>
    </message>
    <message>
        <source>Histograms of value and gradient at the crosshair</source>
        <translation>Гистограммы значения и градиента в точке перекрестия</translation>
    </message>
    <message>
        <source>Move the crosshair in the plots to read a point.</source>
        <translation>Чтобы увидеть числа в точке, переместите перекрестие на графиках.</translation>
    </message>
    <message>
        <source>%1 = %2 · %3 samples · gradient of “%4”</source>
        <translation>%1 = %2 · реализаций: %3 · градиент «%4»</translation>
    </message>
    <message>
        <source>disconnected: 0</source>
        <translation>нет связи: 0</translation>
    </message>
    <message>
        <source>By %1: gradient %2; by differences of ±%3 %4</source>
        <translation>По %1: градиент %2; по разностям с шагом ±%3: %4</translation>
    </message>
    <message>
        <source>“%1”: half of the gradients between %2 and %3</source>
        <translation>«%1»: половина градиентов между %2 и %3</translation>
    </message>
</context>
<context>
    <name>sluice::DepthCurve</name>
    <message>
        <source>Deviation of the gradient by the depth of a clean gate</source>
        <translation>Стандартное отклонение градиента в зависимости от глубины затвора clean</translation>
    </message>
    <message>
        <source>depth of the clean gate</source>
        <translation>глубина затвора clean</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>ст. отклонение</translation>
    </message>
    <message>
        <source>%1=clean, %2: deviation %3</source>
        <translation>%1=clean, %2: ст. откл. %3</translation>
    </message>
    <message>
        <source>no gates</source>
        <translation>без затворов</translation>
    </message>
</context>
<context>
    <name>sluice::DerivationActions</name>
    <message>
        <source>Copy derivation as &amp;LaTeX</source>
        <translation>Копировать &amp;вывод формулы как LaTeX</translation>
    </message>
    <message>
        <source>Copy derivation as &amp;text</source>
        <translation>Копировать вывод формулы как &amp;текст</translation>
    </message>
    <message>
        <source>Copy derivation as P&amp;ython</source>
        <translation>К&amp;опировать вывод формулы как Python</translation>
    </message>
    <message>
        <source>The selected variant&apos;s chain rule, to the clipboard</source>
        <translation>Цепное правило выбранного варианта — в буфер обмена</translation>
    </message>
    <message>
        <source>The derivation is on the clipboard.</source>
        <translation>Вывод формулы в буфере обмена.</translation>
    </message>
</context>
<context>
    <name>sluice::DerivationText</name>
    <message>
        <source>%1; needs amsmath and cancel</source>
        <translation>%1; нужны amsmath и cancel</translation>
    </message>
</context>
<context>
    <name>sluice::Document</name>
    <message>
        <source>new experiment</source>
        <translation>новый эксперимент</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Experiments, expressions and exported pictures (*.sluice *.py *.txt *.png *.svg *.pdf);;All files (*)</source>
        <translation>Эксперименты, выражения и экспортированные рисунки (*.sluice *.py *.txt *.png *.svg *.pdf);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>Сохранить эксперимент</translation>
    </message>
    <message>
        <source>Experiments (*.sluice)</source>
        <translation>Эксперименты (*.sluice)</translation>
    </message>
    <message>
        <source>%1 is there already. Do you want to replace it?</source>
        <translation>%1 уже существует. Заменить?</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Несохранённые изменения</translation>
    </message>
    <message>
        <source>Save the changes of “%1” first?</source>
        <translation>Сначала сохранить изменения в «%1»?</translation>
    </message>
    <message>
        <source>Sluice</source>
        <translation>Sluice</translation>
    </message>
    <message>
        <source>“%1” is not there any more, or was never there.</source>
        <translation>Файла «%1» больше нет или никогда не было.</translation>
    </message>
    <message>
        <source>pasted experiment</source>
        <translation>вставленный эксперимент</translation>
    </message>
    <message>
        <source>There is no text on the clipboard, nor a picture that Sluice has made. Copy a snippet first.</source>
        <translation>В буфере обмена нет ни текста, ни рисунка, сделанного в Sluice. Сначала скопируйте фрагмент кода.</translation>
    </message>
    <message>
        <source>Open a text as variant</source>
        <translation>Открыть текст как вариант</translation>
    </message>
    <message>
        <source>Open “%1” as variant</source>
        <translation>открытие «%1» как варианта</translation>
    </message>
</context>
<context>
    <name>sluice::EdgeItem</name>
    <message>
        <source>The backward pass carries nothing here.</source>
        <translation>Обратный проход здесь ничего не несёт.</translation>
    </message>
    <message>
        <source>The backward pass carries a noise-free gradient.</source>
        <translation>Обратный проход несёт градиент без шума.</translation>
    </message>
    <message>
        <source>The backward pass carries a noisy gradient.</source>
        <translation>Обратный проход несёт зашумлённый градиент.</translation>
    </message>
    <message>
        <source>%1 is used by %2</source>
        <translation>%1 используется в %2</translation>
    </message>
    <message>
        <source>%1; its value is noisy</source>
        <translation>%1; значение зашумлено</translation>
    </message>
    <message>
        <source>∂%1/∂%2 = %3</source>
        <translation>∂%1/∂%2 = %3</translation>
    </message>
    <message>
        <source>Several uses, drawn as one: open the group to set a gate on one of them.</source>
        <translation>Несколько использований, показанных как одно: чтобы поставить затвор на одно из них, откройте группу.</translation>
    </message>
    <message>
        <source>The backward pass carries a gradient in which no noise is seen: this is measured, not proved.</source>
        <translation>Обратный проход несёт градиент, в котором шума не видно: это измерено, а не доказано.</translation>
    </message>
</context>
<context>
    <name>sluice::ExampleSentence</name>
    <message>
        <source>A square root reads the noise: a gate before it cures nothing, one after it does.</source>
        <translation>Квадратный корень читает шум: затвор перед ним не помогает, затвор после него помогает.</translation>
    </message>
    <message>
        <source>The stop_gradient trick before the square root: the gradient is as noisy as without.</source>
        <translation>Приём со stop_gradient перед квадратным корнем: градиент зашумлён так же, как без него.</translation>
    </message>
    <message>
        <source>The same trick at the output: the gradient is the noise-free graph&apos;s.</source>
        <translation>Тот же приём на выходе: градиент такой же, как у графа без шума.</translation>
    </message>
    <message>
        <source>A layer with noise before its activation, whose own derivative reads it too.</source>
        <translation>Слой с шумом перед функцией активации, производная которой тоже его читает.</translation>
    </message>
    <message>
        <source>Rounded on the way forward; on the way back as if nothing had been rounded.</source>
        <translation>На прямом проходе округление; на обратном — как если бы ничего не округляли.</translation>
    </message>
    <message>
        <source>The first example as it is written in PyTorch, with its noise from rand_like.</source>
        <translation>Первый пример так, как его пишут в PyTorch: шум из rand_like.</translation>
    </message>
    <message>
        <source>The branch that where does not take still spoils the gradient: it is NaN.</source>
        <translation>Ветвь, которую where не выбирает, всё равно портит градиент: он NaN.</translation>
    </message>
    <message>
        <source>The three expressions above side by side, each a variant with its own text.</source>
        <translation>Три выражения выше рядом: каждое — вариант со своим текстом.</translation>
    </message>
</context>
<context>
    <name>sluice::ExamplesGallery</name>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
</context>
<context>
    <name>sluice::ExperimentFileText</name>
    <message>
        <source>%1 can&apos;t be opened: %2</source>
        <translation>Не удалось открыть %1: %2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>Не удалось прочитать %1: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB: it is neither an expression nor an experiment.</source>
        <translation>%1 больше 64 МиБ: это ни выражение, ни эксперимент.</translation>
    </message>
    <message>
        <source>%1 is damaged, or no picture: there is no experiment to be read from it.</source>
        <translation>Файл %1 повреждён или не является рисунком: прочитать из него эксперимент нельзя.</translation>
    </message>
    <message>
        <source>%1 is a picture without an experiment in it. The PNG, SVG and PDF files that Sluice exports have one, as long as no other program has written them anew.</source>
        <translation>%1 — рисунок без эксперимента. В файлах PNG, SVG и PDF, которые экспортирует Sluice, эксперимент есть, пока их не перезаписала другая программа.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be understood: %2</source>
        <translation>Не удалось разобрать %1: %2</translation>
    </message>
    <message>
        <source>%1 is no text in UTF-8, so it can&apos;t be an expression.</source>
        <translation>%1 — не текст в UTF-8, поэтому выражением быть не может.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB, the longest text that is read.</source>
        <translation>%1 больше 1 МиБ; более длинные тексты не читаются.</translation>
    </message>
</context>
<context>
    <name>sluice::ExportActions</name>
    <message>
        <source>Export &amp;picture…</source>
        <translation>Экспорт &amp;рисунка…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Write the figure as PNG, SVG or PDF</source>
        <translation>Сохранить рисунок как PNG, SVG или PDF</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Копировать рисунок</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Copy the figure as an image, as it was last exported</source>
        <translation>Скопировать рисунок как изображение, с параметрами последнего экспорта</translation>
    </message>
    <message>
        <source>Copy picture as S&amp;VG</source>
        <translation>Ко&amp;пировать рисунок как SVG</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>Copy the figure as a drawing, as it was last exported</source>
        <translation>Скопировать рисунок в векторном виде, с параметрами последнего экспорта</translation>
    </message>
    <message>
        <source>Export &amp;data as CSV…</source>
        <translation>Экспорт &amp;данных в CSV…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Write the statistics of the shown variants as a table</source>
        <translation>Записать статистику показанных вариантов таблицей</translation>
    </message>
    <message>
        <source>Export data as &amp;JSON…</source>
        <translation>&amp;Экспорт данных в JSON…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+J</source>
        <translation>Ctrl+Shift+J</translation>
    </message>
    <message>
        <source>Write the statistics of the shown variants with their experiment</source>
        <translation>Записать статистику показанных вариантов вместе с экспериментом</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Рисунок в буфере обмена.</translation>
    </message>
    <message>
        <source>The drawing is on the clipboard.</source>
        <translation>Векторный рисунок в буфере обмена.</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>Файл %1 записан.</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Значения через запятую (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Экспорт данных</translation>
    </message>
</context>
<context>
    <name>sluice::ExportDialog</name>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>A PNG of %1 × %2 pixels; on paper %3 × %4 mm.</source>
        <translation>PNG %1 × %2 пикс.; на бумаге %3 × %4 мм.</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>Рисунок PNG (*.png);;Векторный рисунок SVG (*.svg);;Документ PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the picture …</source>
        <translation>Запись картинки …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Экспорт рисунка</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Копировать рисунок</translation>
    </message>
    <message>
        <source>Copy as S&amp;VG</source>
        <translation>Копи&amp;ровать как SVG</translation>
    </message>
</context>
<context>
    <name>sluice::ExportError</name>
    <message>
        <source>What the figure is to show beside the curves can&apos;t be made: %1</source>
        <translation>Не удалось построить то, что должно быть на рисунке кроме кривых: %1</translation>
    </message>
    <message>
        <source>A figure needs at least %1 × %1 pixels.</source>
        <translation>Рисунок должен быть не меньше %1 × %1 пикселей.</translation>
    </message>
    <message>
        <source>The scale must lie between 0.1 and 100.</source>
        <translation>Масштаб должен быть от 0,1 до 100.</translation>
    </message>
    <message>
        <source>A figure without any part would be empty; choose what it is to show.</source>
        <translation>Рисунок без единой части был бы пуст; выберите, что на нём показать.</translation>
    </message>
    <message>
        <source>The dots per inch must lie between 1 and 100,000.</source>
        <translation>Число точек на дюйм должно быть от 1 до 100&#xa0;000.</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels is too large: at most %3 pixels a side and %4 million in all.</source>
        <translation>Рисунок %1 × %2 пикс. слишком велик: не более %3 пикс. по стороне и %4 млн всего.</translation>
    </message>
    <message>
        <source>“%1” does not end in .png, .svg or .pdf, the formats that a figure can have.</source>
        <translation>Имя «%1» не оканчивается на .png, .svg или .pdf — форматы, в которых сохраняется рисунок.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size.</source>
        <translation>Не хватает памяти для рисунка такого размера.</translation>
    </message>
    <message>
        <source>The experiment&apos;s text is too long to be kept inside a PNG.</source>
        <translation>Текст эксперимента слишком длинный, чтобы хранить его в PNG.</translation>
    </message>
    <message>
        <source>The picture could not be made into a PNG.</source>
        <translation>Не удалось преобразовать рисунок в PNG.</translation>
    </message>
</context>
<context>
    <name>sluice::ExpressionEditor</name>
    <message>
        <source>Expression</source>
        <translation>Выражение</translation>
    </message>
    <message>
        <source>Messages about the expression</source>
        <translation>Сообщения о выражении</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>of “%1”</source>
        <translation>— «%1»</translation>
    </message>
</context>
<context>
    <name>sluice::FigureCaption</name>
    <message>
        <source>%1 samples</source>
        <translation>реализаций: %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>зерно %1</translation>
    </message>
    <message>
        <source>semantics %1</source>
        <translation>семантика %1</translation>
    </message>
</context>
<context>
    <name>sluice::FigureLabels</name>
    <message>
        <source>sd of %1</source>
        <translation>ст. откл. %1</translation>
    </message>
    <message>
        <source>bias of %1</source>
        <translation>смещение %1</translation>
    </message>
    <message>
        <source>|bias| of %1</source>
        <translation>|смещение| %1</translation>
    </message>
</context>
<context>
    <name>sluice::FigureOptionsForm</name>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>Unit of width and height</source>
        <translation>Единица ширины и высоты</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Пиксели</translation>
    </message>
    <message>
        <source>Millimetres</source>
        <translation>Миллиметры</translation>
    </message>
    <message>
        <source>Inches</source>
        <translation>Дюймы</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Точек на дюйм</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Ширина</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Высота</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Единица</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Масштаб</translation>
    </message>
    <message>
        <source>&amp;Dots per inch</source>
        <translation>&amp;Точек на дюйм</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>&amp;Transparent background</source>
        <translation>&amp;Прозрачный фон</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>&amp;Цвета</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>&amp;Заголовок</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Легенда</translation>
    </message>
    <message>
        <source>&amp;Forward plot</source>
        <translation>График з&amp;начения</translation>
    </message>
    <message>
        <source>&amp;Gradient plot</source>
        <translation>График &amp;градиента</translation>
    </message>
    <message>
        <source>G&amp;raph</source>
        <translation>Гра&amp;ф</translation>
    </message>
    <message>
        <source>Histo&amp;grams</source>
        <translation>Г&amp;истограммы</translation>
    </message>
    <message>
        <source>D&amp;erivation</source>
        <translation>Вывод форм&amp;улы</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>По&amp;дпись</translation>
    </message>
    <message>
        <source>Point of the histograms</source>
        <translation>Точка гистограмм</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Histograms at</source>
        <translation>Гистограммы при</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> мм</translation>
    </message>
    <message>
        <source> in</source>
        <translation> дюйм</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
</context>
<context>
    <name>sluice::FileError</name>
    <message>
        <source>“%1” is a folder; give the file a name inside it.</source>
        <translation>«%1» — папка; задайте имя файла в ней.</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file.</source>
        <translation>«%1» — не обычный файл.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation>Папки «%1» не существует.</translation>
    </message>
    <message>
        <source>“%1” is read-only; choose another name, or allow writing first.</source>
        <translation>Файл «%1» доступен только для чтения; выберите другое имя или сначала разрешите запись.</translation>
    </message>
    <message>
        <source>The folder “%1” is read-only; choose another one.</source>
        <translation>Папка «%1» доступна только для чтения; выберите другую.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>Не удалось записать «%1»: %2.</translation>
    </message>
    <message>
        <source>The folder “%1” can&apos;t be made.</source>
        <translation>Не удалось создать папку «%1».</translation>
    </message>
    <message>
        <source>In the folder “%1” nothing can be written.</source>
        <translation>В папку «%1» ничего нельзя записать.</translation>
    </message>
    <message>
        <source>only a part of it fits, the disk may be full</source>
        <translation>поместилась только часть, возможно, диск заполнен</translation>
    </message>
</context>
<context>
    <name>sluice::FormulaView</name>
    <message>
        <source>Copy formula</source>
        <translation>Копировать формулу</translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation>Формула: %1</translation>
    </message>
</context>
<context>
    <name>sluice::GraphPanel</name>
    <message>
        <source>Graph</source>
        <translation>Граф</translation>
    </message>
    <message>
        <source>What the backward pass carries along an edge</source>
        <translation>Что обратный проход несёт по ребру</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>с шумом</translation>
    </message>
    <message>
        <source>noise-free</source>
        <translation>без шума</translation>
    </message>
    <message>
        <source>no gradient</source>
        <translation>нет градиента</translation>
    </message>
    <message>
        <source>Click a node or an edge: stop, clean, no gate</source>
        <translation>Щелчок по узлу или ребру: stop, clean, без затвора</translation>
    </message>
    <message>
        <source>stop (next click: clean) · %1</source>
        <translation>stop (ещё щелчок: clean) · %1</translation>
    </message>
    <message>
        <source>clean (next click: no gate) · %1</source>
        <translation>clean (ещё щелчок: без затвора) · %1</translation>
    </message>
</context>
<context>
    <name>sluice::GraphView</name>
    <message>
        <source>Graph of the expression</source>
        <translation>Граф выражения</translation>
    </message>
    <message>
        <source>Click a node or an edge to change its gate: none, stop, clean. Arrow keys move along the edges, Space changes the gate or opens a group, Backspace closes it, the wheel zooms, dragging pans.</source>
        <translation>Щелчок по узлу или ребру меняет его затвор: без затвора, stop, clean. Клавиши со стрелками ведут по рёбрам, Пробел меняет затвор или открывает группу, Backspace закрывает её, колесо меняет масштаб, перетаскивание сдвигает.</translation>
    </message>
    <message>
        <source>This graph has %1 nodes, more than the %2 that can be drawn.</source>
        <translation>Слишком много узлов: %1; граф показывается, если их не больше %2.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>C&amp;lose %1</source>
        <translation>&amp;Закрыть %1</translation>
    </message>
    <message>
        <source>&amp;No gate</source>
        <translation>&amp;Без затвора</translation>
    </message>
    <message>
        <source>&amp;Stop: no gradient flows back</source>
        <translation>stop: &amp;градиент назад не идёт</translation>
    </message>
    <message>
        <source>&amp;Clean: forward noisy, backward noise-free</source>
        <translation>clean: &amp;вперёд с шумом, назад без шума</translation>
    </message>
    <message>
        <source>%1 nodes are more than can be drawn.</source>
        <translation>Узлов %1: больше, чем можно нарисовать.</translation>
    </message>
</context>
<context>
    <name>sluice::HeatMapDialog</name>
    <message>
        <source>Heat map of the gradient</source>
        <translation>Тепловая карта градиента</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Величина</translation>
    </message>
    <message>
        <source>What the colours stand for</source>
        <translation>Что означают цвета</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>градиент</translation>
    </message>
    <message>
        <source>standard deviation of the gradient</source>
        <translation>стандартное отклонение градиента</translation>
    </message>
    <message>
        <source>bias against the noise-free gradient</source>
        <translation>смещение относительно градиента без шума</translation>
    </message>
    <message>
        <source>bias against the gradient of the mean value</source>
        <translation>смещение относительно градиента среднего значения</translation>
    </message>
    <message>
        <source>bias against the mean gradient without gates</source>
        <translation>смещение относительно среднего градиента без затворов</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>По горизонтали</translation>
    </message>
    <message>
        <source>What varies from left to right</source>
        <translation>Что меняется слева направо</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>По вертикали</translation>
    </message>
    <message>
        <source>What varies from bottom to top</source>
        <translation>Что меняется снизу вверх</translation>
    </message>
    <message>
        <source>over</source>
        <translation>по</translation>
    </message>
    <message>
        <source>and</source>
        <translation>и</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Что показывает карта</translation>
    </message>
    <message>
        <source>The value under the mouse</source>
        <translation>Значение под указателем мыши</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>Ход построения карты</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stop computing; the last map stays</source>
        <translation>Прервать вычисление; останется последняя карта</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Тепловая карта</translation>
    </message>
    <message>
        <source>A map needs two names that can vary: give the expression a parameter, as in a = 0.5, or another input.</source>
        <translation>Для карты нужны два имени, которые могут меняться: добавьте в выражение параметр, например a = 0.5, или ещё один вход.</translation>
    </message>
    <message>
        <source>Choose two different names.</source>
        <translation>Выберите два разных имени.</translation>
    </message>
    <message>
        <source>sd of %1</source>
        <translation>ст. откл. %1</translation>
    </message>
    <message>
        <source>bias of %1 against %2</source>
        <translation>смещение %1 относительно %2</translation>
    </message>
    <message>
        <source>%1 is disconnected from %2: its gradient is 0 everywhere.</source>
        <translation>%1 и %2 не связаны: градиент всюду равен 0.</translation>
    </message>
    <message>
        <source>%1: from %2 to %3, %4 samples a cell.</source>
        <translation>%1: от %2 до %3, реализаций на ячейку: %4.</translation>
    </message>
    <message>
        <source>%1 of %2 cells are blank: the samples can’t tell them from 0, or they are not numbers.</source>
        <translation>Пустых ячеек: %1 из %2. По реализациям их не отличить от 0, или это не числа.</translation>
    </message>
    <message>
        <source>%1 of %2 cells are blank: they are not numbers.</source>
        <translation>Пустых ячеек: %1 из %2. Это не числа.</translation>
    </message>
    <message>
        <source>Why there is no map</source>
        <translation>Почему карты нет</translation>
    </message>
</context>
<context>
    <name>sluice::HistogramLabels</name>
    <message>
        <source>%1 at %2 = %3</source>
        <extracomment>A histogram&apos;s axis: a quantity at one point of the sweep, &quot;z at x = 1&quot;.</extracomment>
        <translation>%1 при %2 = %3</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
</context>
<context>
    <name>sluice::LanguageMenu</name>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>Со следующего запуска</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>&amp;Как в системе</translation>
    </message>
    <message>
        <source>Sluice speaks %1 from the next start on</source>
        <translation>Язык Sluice со следующего запуска: %1</translation>
    </message>
</context>
<context>
    <name>sluice::Legend</name>
    <message>
        <source>%1 (disconnected: 0)</source>
        <translation>%1 (нет связи: 0)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>25–75 %</source>
        <translation>25–75 %</translation>
    </message>
    <message>
        <source>5–95 %</source>
        <translation>5–95 %</translation>
    </message>
    <message>
        <source>noise-free</source>
        <translation>без шума</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>бесконечность</translation>
    </message>
    <message>
        <source>points of interest</source>
        <translation>отмеченные точки</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>реализации</translation>
    </message>
    <message>
        <source>by differences</source>
        <translation>по разностям</translation>
    </message>
    <message>
        <source>95 % confidence</source>
        <translation>дов. интервал 95 %</translation>
    </message>
    <message>
        <source>bias against %1, 95 % confidence</source>
        <translation>смещение относительно %1, дов. интервал 95 %</translation>
    </message>
</context>
<context>
    <name>sluice::LiteralRow</name>
    <message>
        <source>%1, low</source>
        <translation>%1, нижняя граница</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, верхняя граница</translation>
    </message>
</context>
<context>
    <name>sluice::LossDialog</name>
    <message>
        <source>Append loss</source>
        <translation>Добавление функции потерь</translation>
    </message>
    <message>
        <source>The loss becomes the output. Its gradient reaches the graph as the upstream gradient: where that reads a noisy value, noise returns, whatever gates stand before it.</source>
        <translation>Функция потерь становится выходом. Её градиент входит в граф как приходящий градиент: если он вычисляется по зашумлённому значению, шум возвращается, какие бы затворы ни стояли раньше.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Makes the loss the squared error to this number</source>
        <translation>Функцией потерь станет квадрат отклонения от этого числа</translation>
    </message>
    <message>
        <source>Expression of the loss</source>
        <translation>Выражение функции потерь</translation>
    </message>
    <message>
        <source>What is wrong with the loss</source>
        <translation>Что не так с функцией потерь</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
</context>
<context>
    <name>sluice::MainWindow</name>
    <message>
        <source>Plots of the value and of the gradient</source>
        <translation>Графики значения и градиента</translation>
    </message>
    <message>
        <source>Change gate</source>
        <translation>изменение затвора</translation>
    </message>
    <message>
        <source>%1[*] — Sluice</source>
        <translation>%1[*] — Sluice</translation>
    </message>
    <message>
        <source>New draws</source>
        <translation>новый шум</translation>
    </message>
    <message>
        <source>dropped experiment</source>
        <translation>перетащенный эксперимент</translation>
    </message>
    <message>
        <source>Unsaved work is not kept: %1</source>
        <translation>Несохранённая работа не записывается на случай сбоя: %1</translation>
    </message>
</context>
<context>
    <name>sluice::NameCompleter</name>
    <message>
        <source>Names that may be meant</source>
        <translation>Возможные имена</translation>
    </message>
</context>
<context>
    <name>sluice::NodeItem</name>
    <message>
        <source>Noise source %1: %2</source>
        <translation>Источник шума %1: %2</translation>
    </message>
    <message>
        <source>Input %1 %2</source>
        <translation>Вход %1 %2</translation>
    </message>
    <message>
        <source>Parameter %1 %2</source>
        <translation>Параметр %1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Output %1: %2</source>
        <translation>Выход %1: %2</translation>
    </message>
    <message>
        <source>%1: %2 nodes drawn as one</source>
        <translation>%1: узлы, показанные как один (%2)</translation>
    </message>
    <message>
        <source>%1; the output does not depend on it</source>
        <translation>%1; выход от него не зависит</translation>
    </message>
    <message>
        <source>%1; its value is noisy</source>
        <translation>%1; значение зашумлено</translation>
    </message>
    <message>
        <source>A click opens it.</source>
        <translation>Щелчок открывает группу.</translation>
    </message>
    <message>
        <source>There are gates inside. %1</source>
        <translation>Внутри есть затворы. %1</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>узлов: %1</translation>
    </message>
</context>
<context>
    <name>sluice::NodeLine</name>
    <message>
        <source>What is selected in the graph</source>
        <translation>Что выбрано на графе</translation>
    </message>
    <message>
        <source>Its value and the gradient that reaches it at the crosshair</source>
        <translation>Его значение и доходящий до него градиент в точке перекрестия</translation>
    </message>
</context>
<context>
    <name>sluice::NodeText</name>
    <message>
        <source>infinite</source>
        <translation>бесконечность</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>не конечно</translation>
    </message>
    <message>
        <source>, sd %1</source>
        <translation>, σ %1</translation>
    </message>
    <message>
        <source>, %1 % NaN</source>
        <translation>, NaN %1 %</translation>
    </message>
    <message>
        <source>, %1 % infinite</source>
        <translation>, бесконечность %1 %</translation>
    </message>
    <message>
        <source>disconnected: 0</source>
        <translation>нет связи: 0</translation>
    </message>
    <message>
        <source>%1 = %2: value %3 · ∂%4/∂%5 %6</source>
        <translation>%1 = %2: значение %3 · ∂%4/∂%5 %6</translation>
    </message>
</context>
<context>
    <name>sluice::NoisePanel</name>
    <message>
        <source>Noise and parameters</source>
        <translation>Шум и параметры</translation>
    </message>
    <message>
        <source>Write %1 in the expression, so that its numbers have sliders</source>
        <translation>Записать в выражении %1, чтобы у чисел были ползунки</translation>
    </message>
    <message>
        <source>No noise source or parameter in the expression. Write u = uniform(0.9, 1.1) for noise, a = 0.5 for a parameter.</source>
        <translation>В выражении нет ни источников шума, ни параметров. Шум: u = uniform(0.9, 1.1); параметр: a = 0.5.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>изменение %1</translation>
    </message>
    <message>
        <source>Write out</source>
        <translation>Выписать</translation>
    </message>
    <message>
        <source>Write out %1</source>
        <translation>Выписать %1</translation>
    </message>
    <message>
        <source>Write out a noise source</source>
        <translation>выписывание источника шума</translation>
    </message>
</context>
<context>
    <name>sluice::NoiseRowText</name>
    <message>
        <source>%1 ×%2</source>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>%1: noise, %2</source>
        <translation>%1: шум, %2</translation>
    </message>
    <message>
        <source>%1 and the further ones of this call, %2 in all: noise, %3</source>
        <translation>%1 и остальные источники этого вызова, всего %2: шум, %3</translation>
    </message>
    <message>
        <source>%1: parameter</source>
        <translation>%1: параметр</translation>
    </message>
</context>
<context>
    <name>sluice::NoiseShares</name>
    <message>
        <source>Which source causes how much of the gradient&apos;s variance</source>
        <translation>Какую долю дисперсии градиента вносит каждый источник</translation>
    </message>
    <message>
        <source>%1: %2 alone, %3 in total</source>
        <translation>%1: %2 отдельно, %3 всего</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n источник</numerusform>
            <numerusform>и ещё %n источника</numerusform>
            <numerusform>и ещё %n источников</numerusform>
        </translation>
    </message>
    <message>
        <source>alone</source>
        <translation>отдельно</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>share of the variance</source>
        <translation>доля дисперсии</translation>
    </message>
    <message>
        <source>can&apos;t tell</source>
        <translation>неясно</translation>
    </message>
    <message>
        <source>The share of the gradient&apos;s variance that a source causes: alone, and together with the others; estimates with their confidence intervals of 95 %. Can&apos;t tell: few samples decide the variance (heavy tails)</source>
        <translation>Доля дисперсии градиента, которую вносит источник: отдельно и вместе с остальными; оценки с доверительными интервалами 95 %. Неясно: дисперсию определяют немногие реализации (тяжёлые хвосты)</translation>
    </message>
    <message>
        <source>%1: can&apos;t tell (heavy tails)</source>
        <translation>%1: неясно (тяжёлые хвосты)</translation>
    </message>
</context>
<context>
    <name>sluice::PanelArrangement</name>
    <message>
        <source>On the selected variant</source>
        <translation>О выбранном варианте</translation>
    </message>
    <message>
        <source>Ctrl+Alt+%1</source>
        <translation>Ctrl+Alt+%1</translation>
    </message>
    <message>
        <source>Show or hide the panel “%1” (%2)</source>
        <translation>Показать или скрыть панель «%1» (%2)</translation>
    </message>
    <message>
        <source>&amp;All, as at first</source>
        <translation>&amp;Все, как вначале</translation>
    </message>
    <message>
        <source>Show every panel, in the size it had at first</source>
        <translation>Показать все панели в исходных размерах</translation>
    </message>
</context>
<context>
    <name>sluice::PhraseText</name>
    <message>
        <source>“%1”</source>
        <comment>a name or a piece of the expression</comment>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>sluice::PlacementText</name>
    <message>
        <source>%1 (95 %: %2 to %3)</source>
        <translation>%1 (95 %: от %2 до %3)</translation>
    </message>
    <message>
        <source>bias against the noise-free gradient: %1</source>
        <translation>смещение относительно градиента без шума: %1</translation>
    </message>
    <message>
        <source>bias against the gradient of the mean value: %1</source>
        <translation>смещение относительно градиента среднего значения: %1</translation>
    </message>
    <message>
        <source>bias against the mean gradient without gates: %1</source>
        <translation>смещение относительно среднего градиента без затворов: %1</translation>
    </message>
    <message>
        <source>no gates</source>
        <translation>без затворов</translation>
    </message>
    <message>
        <source>* %1: proved, except where %2 = 0</source>
        <translation>* %1: доказано, кроме точек, где %2 = 0</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>deviation %1, rmse %2, SNR %3, %4 nodes more</source>
        <translation>ст. откл. %1, RMSE %2, SNR %3, узлов больше на %4</translation>
    </message>
    <message>
        <source>the same: %1</source>
        <translation>то же: %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>A click tries it as a new variant.</source>
        <translation>Щелчок пробует его новым вариантом.</translation>
    </message>
    <message>
        <source>%1, biased</source>
        <translation>%1, смещён</translation>
    </message>
</context>
<context>
    <name>sluice::PlotActions</name>
    <message>
        <source>&amp;Curves</source>
        <translation>К&amp;ривые</translation>
    </message>
    <message>
        <source>Lower &amp;plot</source>
        <translation>Нижний гра&amp;фик</translation>
    </message>
    <message>
        <source>&amp;Bands</source>
        <translation>&amp;Полосы</translation>
    </message>
    <message>
        <source>Where half and nine tenths of the samples lie</source>
        <translation>Где лежат половина и девять десятых реализаций</translation>
    </message>
    <message>
        <source>&amp;Sample paths</source>
        <translation>&amp;Траектории реализаций</translation>
    </message>
    <message>
        <source>Single samples along the sweep</source>
        <translation>Отдельные реализации вдоль развёртки</translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation>&amp;Среднее</translation>
    </message>
    <message>
        <source>The mean of the samples</source>
        <translation>Среднее по реализациям</translation>
    </message>
    <message>
        <source>&amp;Noise-free line</source>
        <translation>&amp;Линия без шума</translation>
    </message>
    <message>
        <source>Value and gradient without noise</source>
        <translation>Значение и градиент без шума</translation>
    </message>
    <message>
        <source>By &amp;differences</source>
        <translation>По &amp;разностям</translation>
    </message>
    <message>
        <source>The honest derivative: differences of the mean value on the same draws, which no surrogate and no gate bends; takes three times as long</source>
        <translation>Честная производная: разности среднего значения на том же шуме, которые не искажают ни surrogate, ни затворы; вычисляется втрое дольше</translation>
    </message>
    <message>
        <source>&amp;Gradient</source>
        <translation>&amp;Градиент</translation>
    </message>
    <message>
        <source>The gradient itself</source>
        <translation>Сам градиент</translation>
    </message>
    <message>
        <source>&amp;Standard deviation</source>
        <translation>&amp;Стандартное отклонение</translation>
    </message>
    <message>
        <source>The gradient&apos;s standard deviation, on a logarithmic scale, with its confidence interval</source>
        <translation>Стандартное отклонение градиента в логарифмическом масштабе, с доверительным интервалом</translation>
    </message>
    <message>
        <source>&amp;Bias</source>
        <translation>С&amp;мещение</translation>
    </message>
    <message>
        <source>How far the mean gradient is from its target, with a confidence interval; no line where the samples can’t tell it from 0</source>
        <translation>Насколько средний градиент отличается от цели, с доверительным интервалом; линии нет там, где по реализациям смещение не отличить от 0</translation>
    </message>
    <message>
        <source>|Bias|, &amp;logarithmic</source>
        <translation>|Смещение|, &amp;логарифмически</translation>
    </message>
    <message>
        <source>The size of the bias on a logarithmic scale</source>
        <translation>Модуль смещения в логарифмическом масштабе</translation>
    </message>
    <message>
        <source>Bias against the &amp;noise-free gradient</source>
        <translation>Смещение относительно градиента &amp;без шума</translation>
    </message>
    <message>
        <source>The gradient of the graph without noise and without gates</source>
        <translation>Градиент графа без шума и без затворов</translation>
    </message>
    <message>
        <source>Bias against the gradient of the &amp;mean value</source>
        <translation>Смещение относительно градиента ср&amp;еднего значения</translation>
    </message>
    <message>
        <source>What descent on the mean value follows, by differences; takes three times as long</source>
        <translation>То, чему следует спуск по среднему значению; по разностям, вычисляется втрое дольше</translation>
    </message>
    <message>
        <source>View bac&amp;k</source>
        <translation>Вид &amp;назад</translation>
    </message>
    <message>
        <source>Show what was shown before</source>
        <translation>Показать то, что было показано раньше</translation>
    </message>
    <message>
        <source>View for&amp;ward</source>
        <translation>Вид &amp;вперёд</translation>
    </message>
    <message>
        <source>Show again what was left by going back</source>
        <translation>Снова показать то, от чего вернулись назад</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Градиент</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Ст. откл.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Смещение</translation>
    </message>
    <message>
        <source>|Bias|</source>
        <translation>|Смещение|</translation>
    </message>
    <message>
        <source>Bias against the mean gradient without &amp;gates</source>
        <translation>Смещение относительно среднего градиента без &amp;затворов</translation>
    </message>
    <message>
        <source>Bias against the mean gradient without &amp;gates (needs a variant without gates)</source>
        <translation>Смещение относительно среднего градиента без &amp;затворов (нужен вариант без затворов)</translation>
    </message>
    <message>
        <source>The mean over all samples of the gradient that the graph has by itself</source>
        <translation>Среднее по всем реализациям от градиента, который есть у самого графа</translation>
    </message>
    <message>
        <source>&amp;Sample paths (with shared draws only)</source>
        <translation>&amp;Траектории реализаций (только при общем шуме)</translation>
    </message>
    <message>
        <source>Single samples along the sweep (S)</source>
        <translation>Отдельные реализации вдоль развёртки (S)</translation>
    </message>
    <message>
        <source>Under independent draws the noise of neighbouring points has nothing in common, so that a sample has no path. Choose shared noise in the panel “Sampling”.</source>
        <translation>При независимом шуме у соседних точек развёртки нет общего шума, и у реализации нет траектории. Выберите общий шум на панели «Выборка».</translation>
    </message>
</context>
<context>
    <name>sluice::PlotPanel</name>
    <message>
        <source>Plots</source>
        <translation>Графики</translation>
    </message>
    <message>
        <source>&amp;Numbers at the crosshair</source>
        <translation>&amp;Числа в точке перекрестия</translation>
    </message>
    <message>
        <source>&amp;Heat map…</source>
        <translation>&amp;Тепловая карта…</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>The gradient by every input and parameter, and histograms, at the crosshair (%1)</source>
        <translation>Градиент по каждому входу и параметру и гистограммы в точке перекрестия (%1)</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>The gradient, its deviation or its bias over two inputs or parameters (%1)</source>
        <translation>Градиент, его стандартное отклонение или смещение по двум входам или параметрам (%1)</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Кривые</translation>
    </message>
    <message>
        <source>Which curves are drawn</source>
        <translation>Какие кривые показаны</translation>
    </message>
    <message>
        <source>What the lower plot shows</source>
        <translation>Что показывает нижний график</translation>
    </message>
    <message>
        <source>At x</source>
        <translation>При x</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Swept variable</source>
        <translation>Переменная развёртки</translation>
    </message>
    <message>
        <source>The input or parameter along which the sweep goes, and by which the gradient is taken</source>
        <translation>Вход или параметр, вдоль которого идёт развёртка и по которому берётся градиент</translation>
    </message>
    <message>
        <source>along %1</source>
        <translation>вдоль %1</translation>
    </message>
    <message>
        <source>%1 is held at</source>
        <translation>Закреплённое значение %1</translation>
    </message>
    <message>
        <source>Where %1 is held while another name is swept</source>
        <translation>На каком значении закреплено %1, пока развёртка идёт по другому имени</translation>
    </message>
    <message>
        <source>%1 =</source>
        <translation>%1 =</translation>
    </message>
    <message>
        <source>Hold %1</source>
        <translation>закрепление %1</translation>
    </message>
    <message>
        <source>Sweep %1</source>
        <translation>переключение развёртки на %1</translation>
    </message>
</context>
<context>
    <name>sluice::PlotView</name>
    <message>
        <source>Plots</source>
        <translation>Графики</translation>
    </message>
    <message>
        <source>Forward value above gradient. Left and right move the crosshair, plus and minus zoom, Home shows everything, Alt and left goes back to the view before, Enter explains the crosshair&apos;s point. B, S, M, N and D switch bands, samples, means, the noise-free line and differences.</source>
        <translation>Прямое значение, под ним градиент. Стрелки влево и вправо двигают перекрестие, плюс и минус меняют масштаб, Home показывает всё, Alt и стрелка влево возвращают прежний вид, Enter объясняет точку перекрестия. B, S, M, N и D включают и выключают полосы, реализации, средние, линию без шума и разности.</translation>
    </message>
</context>
<context>
    <name>sluice::PointsModel</name>
    <message>
        <source>the swept variable</source>
        <translation>переменная развёртки</translation>
    </message>
    <message>
        <source>value of %1 in sample 0</source>
        <translation>значение %1 в реализации 0</translation>
    </message>
    <message>
        <source>d%1/d%2 · %3</source>
        <translation>d%1/d%2 · %3</translation>
    </message>
    <message>
        <source>gradient of “%1” in sample 0</source>
        <translation>градиент «%1» в реализации 0</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>нет связи</translation>
    </message>
</context>
<context>
    <name>sluice::PointsPanel</name>
    <message>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>Values at the points of interest</source>
        <translation>Значения в отмеченных точках</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the table with all digits</source>
        <translation>Скопировать таблицу со всеми знаками</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Скопировать таблицу</translation>
    </message>
</context>
<context>
    <name>sluice::RangeSlider</name>
    <message>
        <source>from %1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
</context>
<context>
    <name>sluice::ReadingText</name>
    <message>
        <source>%1, of unknown error</source>
        <translation>%1, ошибка неизвестна</translation>
    </message>
    <message>
        <source>can’t tell (%1)</source>
        <translation>не отличить от 0 (%1)</translation>
    </message>
    <message>
        <source>the noise-free gradient</source>
        <translation>градиента без шума</translation>
    </message>
    <message>
        <source>the mean gradient without gates</source>
        <translation>среднего градиента без затворов</translation>
    </message>
</context>
<context>
    <name>sluice::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Недавние файлы</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Файлов пока нет</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Очистить список</translation>
    </message>
    <message>
        <source>Forget these files; they stay where they are</source>
        <translation>Забыть эти файлы; сами они останутся на месте</translation>
    </message>
</context>
<context>
    <name>sluice::RecoveryBar</name>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Несохранённая работа</translation>
    </message>
    <message>
        <source>Go on where the program ended</source>
        <translation>Продолжить с того места, где программа завершилась</translation>
    </message>
    <message>
        <source>Delete this work; there is no way back</source>
        <translation>Удалить эту работу безвозвратно</translation>
    </message>
    <message>
        <source>Leave it where it is and ask at the next start</source>
        <translation>Оставить её на месте и спросить при следующем запуске</translation>
    </message>
    <message>
        <source>Sluice ended without saving “%1”. The work of %2 is still there.</source>
        <translation>Sluice завершился, не сохранив «%1». Работа от %2 уцелела.</translation>
    </message>
    <message>
        <source>new experiment</source>
        <translation>новый эксперимент</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Sluice ended without saving, and what it had kept can&apos;t be read: %1. It is now in %2.</source>
        <translation>Sluice завершился без сохранения, а то, что было записано на случай сбоя, не удалось прочитать: %1. Теперь оно в %2.</translation>
    </message>
</context>
<context>
    <name>sluice::SamplingPanel</name>
    <message>
        <source>Sampling</source>
        <translation>Выборка</translation>
    </message>
    <message>
        <source>Leave empty for the range in the expression</source>
        <translation>Оставьте пустым, чтобы взять диапазон из выражения</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>реализации</translation>
    </message>
    <message>
        <source>Draws of the noise at every point</source>
        <translation>Число реализаций шума в каждой точке</translation>
    </message>
    <message>
        <source>Change samples</source>
        <translation>изменение числа реализаций</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>зерно</translation>
    </message>
    <message>
        <source>The same seed gives the same draws</source>
        <translation>Начальное число генератора: одно и то же зерно даёт тот же шум</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>шум</translation>
    </message>
    <message>
        <source>A fresh draw at every point of the sweep, or one draw per sample along the whole sweep</source>
        <translation>В каждой точке развёртки шум свой или в каждой реализации один на всю развёртку</translation>
    </message>
    <message>
        <source>independent</source>
        <translation>независимый</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>общий</translation>
    </message>
    <message>
        <source>Change noise along the sweep</source>
        <translation>изменение шума вдоль развёртки</translation>
    </message>
    <message>
        <source>points</source>
        <translation>точки</translation>
    </message>
    <message>
        <source>Points of the sweep</source>
        <translation>Число точек развёртки</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>изменение числа точек</translation>
    </message>
    <message>
        <source>sweep from</source>
        <translation>начало развёртки</translation>
    </message>
    <message>
        <source>sweep to</source>
        <translation>конец развёртки</translation>
    </message>
    <message>
        <source>from, to</source>
        <translation>от, до</translation>
    </message>
    <message>
        <source>semantics</source>
        <translation>семантика</translation>
    </message>
    <message>
        <source>The framework whose conventions decide at kinks, where frameworks differ</source>
        <translation>Фреймворк, по правилам которого считается производная в изломах, где фреймворки расходятся</translation>
    </message>
    <message>
        <source>Change semantics</source>
        <translation>изменение семантики</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>точность</translation>
    </message>
    <message>
        <source>The arithmetic: double or single precision</source>
        <translation>Арифметика двойной или одинарной точности</translation>
    </message>
    <message>
        <source>Change precision</source>
        <translation>изменение точности</translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation>изменение зерна</translation>
    </message>
    <message>
        <source>Change sweep</source>
        <translation>изменение развёртки</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
</context>
<context>
    <name>sluice::SentenceText</name>
    <message>
        <source> (and at 1 other point)</source>
        <translation> (и ещё в 1 точке)</translation>
    </message>
    <message>
        <source> (and at %1 other points)</source>
        <translation> (и в других точках, всего ещё %1)</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>бесконечность</translation>
    </message>
    <message>
        <source>%1 … %2 (%3 in all)</source>
        <translation>%1 … %2 (всего %3)</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 и %2</translation>
    </message>
</context>
<context>
    <name>sluice::StatusLine</name>
    <message>
        <source>What was computed</source>
        <translation>Что вычислено</translation>
    </message>
    <message>
        <source>On the selected variant</source>
        <translation>О выбранном варианте</translation>
    </message>
    <message>
        <source>Progress of the computation</source>
        <translation>Ход вычисления</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>End the computation; the last picture stays</source>
        <translation>Прервать вычисление; останется последний рисунок</translation>
    </message>
    <message>
        <source>Stop the computation</source>
        <translation>Прервать вычисление</translation>
    </message>
    <message>
        <source>%1 points × %2 samples × %3 variant · %4 ms</source>
        <translation>точек %1 × реализаций %2 × вариантов %3 · %4 мс</translation>
    </message>
    <message>
        <source>%1 points × %2 samples × %3 variants · %4 ms</source>
        <translation>точек %1 × реализаций %2 × вариантов %3 · %4 мс</translation>
    </message>
    <message>
        <source>%1 · preview</source>
        <translation>%1 · предпросмотр</translation>
    </message>
    <message>
        <source>The expression has errors</source>
        <translation>В выражении есть ошибки</translation>
    </message>
    <message>
        <source>gate %1</source>
        <translation>затвор %1</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>The expression has errors; the picture is of the last expression without errors</source>
        <translation>В выражении есть ошибки; показан рисунок последнего выражения без ошибок</translation>
    </message>
</context>
<context>
    <name>sluice::ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Open an example</source>
        <translation>Открыть пример</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Write or copy the figure, its numbers or the derivation</source>
        <translation>Сохранить или скопировать рисунок, его числа или вывод формулы</translation>
    </message>
    <message>
        <source>↶</source>
        <translation>↶</translation>
    </message>
    <message>
        <source>↷</source>
        <translation>↷</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>Светлые или тёмные цвета</translation>
    </message>
    <message>
        <source>Animate</source>
        <translation>Анимация</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
</context>
<context>
    <name>sluice::VariantDelegate</name>
    <message>
        <source>Name of the variant</source>
        <translation>Имя варианта</translation>
    </message>
</context>
<context>
    <name>sluice::VariantSummaryText</name>
    <message>
        <source>disconnected</source>
        <translation>нет связи</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>The gradient is disconnected: no path leads back to the input.</source>
        <translation>Градиент не связан: ни один путь не ведёт назад ко входу.</translation>
    </message>
    <message>
        <source>The gradient has no finite value on the sweep, or there is one sample only.</source>
        <translation>У градиента нет конечных значений на развёртке или реализация всего одна.</translation>
    </message>
    <message>
        <source>The gradient is noisy: its standard deviation is %1 (root mean square over the sweep).</source>
        <translation>Градиент зашумлён: его стандартное отклонение %1 (среднеквадратичное по развёртке).</translation>
    </message>
    <message>
        <source>%1 is not in the expression</source>
        <translation>%1 отсутствует в выражении</translation>
    </message>
    <message>
        <source>%1 is not found: %2</source>
        <translation>%1 не найден: %2</translation>
    </message>
    <message>
        <source>%1 changes nothing</source>
        <translation>%1 ничего не меняет</translation>
    </message>
    <message>
        <source>%1 changes nothing: %2</source>
        <translation>%1 ничего не меняет: %2</translation>
    </message>
    <message>
        <source>No sample shows noise in the gradient: its standard deviation is 0 at every point.</source>
        <translation>Ни одна реализация не показывает шума в градиенте: его стандартное отклонение равно 0 во всех точках.</translation>
    </message>
    <message>
        <source>No sample shows more than rounding in the gradient: its standard deviation is %1 (root mean square over the sweep).</source>
        <translation>Реализации показывают в градиенте лишь округление: его стандартное отклонение %1 (среднеквадратичное по развёртке).</translation>
    </message>
</context>
<context>
    <name>sluice::VariantsPanel</name>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>&amp;Add variant</source>
        <translation>&amp;Добавить вариант</translation>
    </message>
    <message>
        <source>Add a variant without gates</source>
        <translation>Добавить вариант без затворов</translation>
    </message>
    <message>
        <source>&amp;Duplicate variant</source>
        <translation>Ду&amp;блировать вариант</translation>
    </message>
    <message>
        <source>Duplicate the selected variant</source>
        <translation>Дублировать выбранный вариант</translation>
    </message>
    <message>
        <source>&amp;Rename variant</source>
        <translation>&amp;Переименовать вариант</translation>
    </message>
    <message>
        <source>Rename the selected variant</source>
        <translation>Переименовать выбранный вариант</translation>
    </message>
    <message>
        <source>De&amp;lete variant</source>
        <translation>&amp;Удалить вариант</translation>
    </message>
    <message>
        <source>Delete the selected variant</source>
        <translation>Удалить выбранный вариант</translation>
    </message>
    <message>
        <source>Rename variant</source>
        <translation>переименование варианта</translation>
    </message>
    <message>
        <source>Add variant</source>
        <translation>добавление варианта</translation>
    </message>
    <message>
        <source>Duplicate variant</source>
        <translation>дублирование варианта</translation>
    </message>
    <message>
        <source>Delete variant</source>
        <translation>удаление варианта</translation>
    </message>
    <message>
        <source>&amp;New variant with its own text</source>
        <translation>&amp;Новый вариант со своим текстом</translation>
    </message>
    <message>
        <source>&amp;Open a text as variant…</source>
        <translation>&amp;Открыть текст как вариант…</translation>
    </message>
    <message>
        <source>Add a variant whose text comes from a file</source>
        <translation>Добавить вариант с текстом из файла</translation>
    </message>
    <message>
        <source>&amp;Use the experiment&apos;s text</source>
        <translation>&amp;Взять текст эксперимента</translation>
    </message>
    <message>
        <source>Let the selected variant&apos;s gates be on the experiment&apos;s text again</source>
        <translation>Снова ставить затворы выбранного варианта на текст эксперимента</translation>
    </message>
    <message>
        <source>own text</source>
        <translation>свой текст</translation>
    </message>
    <message>
        <source>Add a variant with its own text</source>
        <translation>добавление варианта со своим текстом</translation>
    </message>
    <message>
        <source>Use the experiment&apos;s text</source>
        <translation>возврат к тексту эксперимента</translation>
    </message>
    <message>
        <source>Move variant &amp;up</source>
        <translation>Переместить вариант &amp;выше</translation>
    </message>
    <message>
        <source>Move the selected variant one place up</source>
        <translation>Переместить выбранный вариант на место выше</translation>
    </message>
    <message>
        <source>Move variant up</source>
        <translation>перемещение варианта выше</translation>
    </message>
    <message>
        <source>Move variant do&amp;wn</source>
        <translation>Переместить вариант &amp;ниже</translation>
    </message>
    <message>
        <source>Move the selected variant one place down</source>
        <translation>Переместить выбранный вариант на место ниже</translation>
    </message>
    <message>
        <source>Move variant down</source>
        <translation>перемещение варианта ниже</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up</source>
        <translation>Ctrl+Shift+Up</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Down</source>
        <translation>Ctrl+Shift+Down</translation>
    </message>
    <message>
        <source>Colour of its &amp;place</source>
        <translation>Цвет по &amp;месту в списке</translation>
    </message>
    <message>
        <source>&amp;1 Blue, solid line</source>
        <translation>&amp;1 Синий, сплошная линия</translation>
    </message>
    <message>
        <source>&amp;2 Orange, dashes</source>
        <translation>&amp;2 Оранжевый, штрихи</translation>
    </message>
    <message>
        <source>&amp;3 Green, dots</source>
        <translation>&amp;3 Зелёный, точки</translation>
    </message>
    <message>
        <source>&amp;4 Purple, dashes and dots</source>
        <translation>&amp;4 Пурпурный, штрихи и точки</translation>
    </message>
    <message>
        <source>&amp;5 Yellow, dashes and two dots</source>
        <translation>&amp;5 Жёлтый, штрихи и две точки</translation>
    </message>
    <message>
        <source>&amp;6 Indigo, solid line</source>
        <translation>&amp;6 Индиго, сплошная линия</translation>
    </message>
    <message>
        <source>Variant&apos;s &amp;colour</source>
        <translation>&amp;Цвет варианта</translation>
    </message>
    <message>
        <source>The colour and the dash that the selected variant is drawn with</source>
        <translation>Цвет и штрих, которыми рисуется выбранный вариант</translation>
    </message>
    <message>
        <source>Move variant</source>
        <translation>перемещение варианта</translation>
    </message>
    <message>
        <source>Recolour variant</source>
        <translation>смена цвета варианта</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Del</source>
        <translation>Ctrl+Shift+Del</translation>
    </message>
    <message>
        <source>Add a variant with a text of its own: a copy of the one that is shown, to be edited by itself</source>
        <translation>Добавить вариант с собственным текстом: копией того, что показан; правится отдельно</translation>
    </message>
</context>
<context>
    <name>sluice::VerdictText</name>
    <message>
        <source>%1 … %2 (%3 sources)</source>
        <translation>%1 … %2 (источников: %3)</translation>
    </message>
    <message>
        <source>%1, except where %2 = 0</source>
        <translation>%1, кроме точек, где %2 = 0</translation>
    </message>
    <message>
        <source>∅ disconnected</source>
        <translation>∅ нет связи</translation>
    </message>
    <message>
        <source>✓ proved</source>
        <translation>✓ доказано</translation>
    </message>
    <message>
        <source>≈ measured</source>
        <translation>≈ измерено</translation>
    </message>
    <message>
        <source>~ noisy</source>
        <translation>~ зашумлён</translation>
    </message>
    <message>
        <source>∅ Disconnected: no path carries a gradient</source>
        <translation>∅ Нет связи: ни один путь не несёт градиента</translation>
    </message>
    <message>
        <source>✓ Proved free of noise</source>
        <translation>✓ Доказано: без шума</translation>
    </message>
    <message>
        <source>≈ Free of noise, as far as measured</source>
        <translation>≈ Без шума, судя по измерениям</translation>
    </message>
    <message>
        <source>~ Noisy, from %1</source>
        <translation>~ Зашумлён, из-за %1</translation>
    </message>
    <message>
        <source>= the noise-free graph&apos;s gradient, proved</source>
        <translation>= градиент графа без шума, доказано</translation>
    </message>
    <message>
        <source>= the noise-free graph&apos;s gradient, as far as measured</source>
        <translation>= градиент графа без шума, судя по измерениям</translation>
    </message>
    <message>
        <source>≠ the noise-free graph&apos;s gradient</source>
        <translation>≠ градиент графа без шума</translation>
    </message>
    <message>
        <source>? Can&apos;t tell: rounding would hide the noise of %1</source>
        <translation>? Неясно: округление скрыло бы шум %1</translation>
    </message>
    <message>
        <source>? Can&apos;t tell: no sample is finite</source>
        <translation>? Неясно: ни одна реализация не конечна</translation>
    </message>
    <message>
        <source>? Can&apos;t tell whether it is the noise-free graph&apos;s gradient</source>
        <translation>? Неясно, градиент ли это графа без шума</translation>
    </message>
    <message>
        <source>? Can&apos;t tell: for some draws it is not finite</source>
        <translation>? Неясно: при некоторых значениях шума он не конечен</translation>
    </message>
</context>
<context>
    <name>sluice::WalkPanel</name>
    <message>
        <source>Point</source>
        <translation>Точка</translation>
    </message>
    <message>
        <source>The point and what was computed there</source>
        <translation>Точка и что в ней вычислено</translation>
    </message>
    <message>
        <source>What happened at the point</source>
        <translation>Что произошло в точке</translation>
    </message>
    <message>
        <source>sample </source>
        <translation>реализация </translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Реализация</translation>
    </message>
    <message>
        <source>Which of the point&apos;s samples is walked through</source>
        <translation>Какую из реализаций в этой точке пройти</translation>
    </message>
    <message>
        <source>The sample node by node</source>
        <translation>Реализация узел за узлом</translation>
    </message>
    <message>
        <source>Click a point in the plots, or press Enter at the crosshair, to walk through one of its samples.</source>
        <translation>Щёлкните точку на графиках или нажмите Enter на перекрестии, чтобы пройти одну из её реализаций.</translation>
    </message>
    <message>
        <source>“%1” at %2 = %3: %4 = %5, d%4/d%2 = %6</source>
        <translation>«%1» при %2 = %3: %4 = %5, d%4/d%2 = %6</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Прямой проход</translation>
    </message>
    <message>
        <source>node</source>
        <translation>узел</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>∂%1/∂node</source>
        <translation>∂%1/∂узел</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>Обратный проход</translation>
    </message>
    <message>
        <source>local derivative</source>
        <translation>лок. произв.</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>приходит</translation>
    </message>
    <message>
        <source>flows on</source>
        <translation>дальше</translation>
    </message>
</context>
<context>
    <name>sluice::WhyPanel</name>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Заключение</translation>
    </message>
    <message>
        <source>Against the noise-free graph</source>
        <translation>Сравнение с графом без шума</translation>
    </message>
    <message>
        <source>State of the explanation</source>
        <translation>Состояние объяснения</translation>
    </message>
    <message>
        <source>Progress of the explanation</source>
        <translation>Ход объяснения</translation>
    </message>
    <message>
        <source>Why the gradient is noisy, or not</source>
        <translation>Почему градиент зашумлён или нет</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>Copy the derivation as LaTeX, as text or as Python</source>
        <translation>Скопировать вывод формулы как LaTeX, текст или Python</translation>
    </message>
    <message>
        <source>Copy the derivation</source>
        <translation>Скопировать вывод формулы</translation>
    </message>
    <message>
        <source>State of the attribution</source>
        <translation>Состояние разложения шума</translation>
    </message>
    <message>
        <source>attributing the noise to its sources … %1 %</source>
        <translation>разложение шума по источникам … %1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Attribute the noise</source>
        <translation>Разложить шум</translation>
    </message>
    <message>
        <source>End the attribution of the noise to its sources</source>
        <translation>Прервать разложение шума по источникам</translation>
    </message>
    <message>
        <source>Compute which source causes how much of the variance</source>
        <translation>Вычислить, какую долю дисперсии вносит каждый источник</translation>
    </message>
    <message>
        <source>Of the last expression without errors:</source>
        <translation>Для последнего выражения без ошибок:</translation>
    </message>
    <message>
        <source>The expression has errors</source>
        <translation>В выражении есть ошибки</translation>
    </message>
    <message>
        <source>looking for a proof …</source>
        <translation>поиск доказательства …</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Объяснение</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Leave the question open until something changes</source>
        <translation>Оставить вопрос открытым, пока что-нибудь не изменится</translation>
    </message>
    <message>
        <source>Stop the explanation</source>
        <translation>Прервать объяснение</translation>
    </message>
    <message>
        <source>not explained</source>
        <translation>не объяснено</translation>
    </message>
    <message>
        <source>Show this gate as a variant beside the others</source>
        <translation>Показать этот затвор как вариант рядом с остальными</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Попробовать %1</translation>
    </message>
    <message>
        <source>of what was there before</source>
        <translation>о том, что было раньше</translation>
    </message>
</context>
<context>
    <name>sluice::WindowActions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Создать</translation>
    </message>
    <message>
        <source>Begin with a small expression</source>
        <translation>Начать с небольшого выражения</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open an expression, an experiment or an exported picture</source>
        <translation>Открыть выражение, эксперимент или экспортированный рисунок</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Со&amp;хранить</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>Сохранить эксперимент</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Save the experiment in another file</source>
        <translation>Сохранить эксперимент в другом файле</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Paste as new experiment</source>
        <translation>&amp;Вставить как новый эксперимент</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>Open what is on the clipboard: a snippet, or a copied picture</source>
        <translation>Открыть то, что в буфере обмена: фрагмент кода или скопированный рисунок</translation>
    </message>
    <message>
        <source>New &amp;draws</source>
        <translation>&amp;Новый шум</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Draw the noise anew: the next seed</source>
        <translation>Получить новые реализации шума: следующее зерно</translation>
    </message>
    <message>
        <source>&amp;Explain point</source>
        <translation>&amp;Объяснить точку</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Walk through a sample at the crosshair, node by node</source>
        <translation>Пройти реализацию в точке перекрестия узел за узлом</translation>
    </message>
    <message>
        <source>&amp;Fit plots</source>
        <translation>Вписать &amp;кривые</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>Show all of the curves</source>
        <translation>Показать кривые целиком</translation>
    </message>
    <message>
        <source>Fit &amp;graph</source>
        <translation>Вписать &amp;граф</translation>
    </message>
    <message>
        <source>Ctrl+9</source>
        <translation>Ctrl+9</translation>
    </message>
    <message>
        <source>Show all of the graph</source>
        <translation>Показать граф целиком</translation>
    </message>
    <message>
        <source>Examples &amp;gallery…</source>
        <translation>&amp;Галерея примеров…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Choose an example by its picture</source>
        <translation>Выбрать пример по его рисунку</translation>
    </message>
    <message>
        <source>&amp;Find action…</source>
        <translation>&amp;Найти действие…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>Search everything that the program can do</source>
        <translation>Поиск по всему, что умеет программа</translation>
    </message>
    <message>
        <source>&amp;About Sluice</source>
        <translation>&amp;О программе Sluice</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>Что это за программа</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Сохранить &amp;как…</translation>
    </message>
</context>
<context>
    <name>sluice::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>&amp;Эксперимент</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>При&amp;меры</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Панели</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Т&amp;ема</translation>
    </message>
    <message>
        <source>Exp&amp;ort</source>
        <translation>Экспо&amp;рт</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Y</source>
        <translation>Ctrl+Shift+Y</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
</context>
<context>
    <name>sluice::Workspace</name>
    <message>
        <source>Edit expression</source>
        <translation>изменение выражения</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>опробование %1</translation>
    </message>
</context>
</TS>
